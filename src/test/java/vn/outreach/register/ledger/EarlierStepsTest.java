package vn.outreach.register.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.DocumentNumber;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.ValueType;

/** Whatever is typed into a task's form is read by somebody later: with the steps before, or in the register. */
class EarlierStepsTest {

    private static final Path FORMS = Path.of("forms");
    private static final Set<String> STARTS = Set.of(
            "annualPlan.form", "caseEvent.form", "enterpriseOutreach.form", "memberAdmission.form");
    /** The day of the act, which every record shows as its own. */
    private static final Set<String> DAYS_OF_ACTS = Set.of("announcedOn", "ceremonyDate", "conductedOn", "congressDate",
            "handedOverOn", "metOn", "submittedOn", "verifiedOn", "voteDate");
    /** In the register or in the next survey's form, where the figures of the survey are read. */
    private static final Set<String> FIGURES = Set.of("address", "legalForm", "parentCompany", "products", "sector", "zone",
            "responsibleMember", "surveyRound", "unionRecognisedOn", "youthUnionFoundedOn");
    /** Of persons, and not needed to go on. */
    private static final Set<String> PERSONS = Set.of("legalRepresentative", "representativeNationality", "surveyors", "unionChair");

    @Test
    void everyTextDayAndNumberOfADocumentThatATaskAsksFor_isReadByThoseWhoComeAfter() throws IOException {
        Set<String> unread = new TreeSet<>();
        try (Stream<Path> forms = Files.list(FORMS)) {
            for (Path form : forms.filter(file -> !STARTS.contains(file.getFileName().toString())).toList()) {
                for (JsonNode field : new ObjectMapper().readTree(form.toFile()).findParents("key")) {
                    String key = field.get("key").asText();
                    if (KnownFields.find(key).filter(EarlierStepsTest::isWritten).isPresent()) {
                        unread.add(key);
                    }
                }
            }
        }
        assertThat(unread).contains("note", "meetingPlace");
        unread.removeAll(EarlierSteps.FIELDS);
        unread.removeAll(DAYS_OF_ACTS);
        unread.removeAll(FIGURES);
        unread.removeAll(PERSONS);
        assertThat(unread).isEmpty();
    }

    private static boolean isWritten(ValueType<?> type) {
        return type instanceof Text || type instanceof Day || type instanceof DocumentNumber;
    }
}
