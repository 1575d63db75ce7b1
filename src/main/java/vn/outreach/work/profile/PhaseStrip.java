package vn.outreach.work.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ModelWords;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Stage;
import vn.outreach.register.ledger.ResultNames;
import vn.outreach.work.profile.CaseFacts.Ended;
import vn.outreach.work.profile.CaseFacts.Running;
import vn.outreach.work.profile.Profile.Phase;
import vn.outreach.work.profile.Profile.State;

/** The way of an enterprise as the five phases that everybody knows, each with where it stands. */
@Component
class PhaseStrip {

    private static final String ADMISSION = ProcessKeys.MEMBER_ADMISSION;
    private static final String END = "end";

    /** The phases in their order, each with the register's date that says it is done. */
    private enum Known {
        SURVEY(ProcessKeys.SURVEY, Enterprise::surveyedOn),
        PERSUASION(ProcessKeys.OWNER_PERSUASION, Enterprise::ownerAgreedOn),
        UNION(ProcessKeys.UNION_FOUNDING, Enterprise::unionRecognisedOn),
        CELL(ProcessKeys.PARTY_CELL_FOUNDING, Enterprise::cellFoundedOn);

        private final String phase;
        private final Function<Enterprise, LocalDate> done;

        Known(String phase, Function<Enterprise, LocalDate> done) {
            this.phase = phase;
            this.done = done;
        }
    }

    private final ModelWords words;
    private final ResultNames results;

    PhaseStrip(ModelWords words, ResultNames results) {
        this.words = words;
        this.results = results;
    }

    List<Phase> of(Enterprise enterprise, List<Running> running, List<Ended> ended, boolean withAdmissions) {
        List<Phase> strip = new ArrayList<>();
        for (Known known : Known.values()) {
            boolean paused = known == Known.PERSUASION && enterprise.stage() == Stage.REFUSED_PAUSED;
            strip.add(phase(known.phase, known.done.apply(enterprise), paused, running, ended));
        }
        strip.add(withAdmissions ? phase(ADMISSION, null, false, running, ended) : admissionUnseen(enterprise));
        return strip;
    }

    /** The names of the phases of this strip that run, but for the one that the stage itself names. */
    static List<String> underWay(Stage stage, List<Phase> strip) {
        String named = switch (stage) {
            case SURVEYED -> Known.SURVEY.phase;
            case PERSUASION -> Known.PERSUASION.phase;
            case UNION -> Known.UNION.phase;
            case CELL_FILE -> Known.CELL.phase;
            case ADMISSION -> ADMISSION;
            default -> "";
        };
        return strip.stream()
                .filter(phase ->
                        phase.state() == State.RUNNING && !phase.phase().equals(named))
                .map(Phase::name)
                .toList();
    }

    private Phase phase(
            String phase, @Nullable LocalDate done, boolean paused, List<Running> running, List<Ended> ended) {
        for (Running now : running) {
            if (now.phase().equals(phase)) {
                return phase(phase, paused ? State.PAUSED : State.RUNNING, now.since(), null);
            }
        }
        Ended last = ended.stream()
                .filter(end -> end.phase().equals(phase))
                .reduce((earlier, later) -> later)
                .orElse(null);
        if (last != null && last.skipped()) {
            return phase(phase, State.SKIPPED, done == null ? last.day() : done, null);
        }
        String result = last == null ? null : results.words(END, last.result());
        if (done != null) {
            return phase(phase, State.DONE, done, result);
        }
        return last == null ? phase(phase, State.NOT_YET, null, null) : phase(phase, State.ENDED, last.day(), result);
    }

    /** Whoever may not read admissions is told what the enterprise's stage tells everybody, and no more. */
    private Phase admissionUnseen(Enterprise enterprise) {
        return phase(ADMISSION, enterprise.stage() == Stage.ADMISSION ? State.RUNNING : State.HIDDEN, null, null);
    }

    private Phase phase(String phase, State state, @Nullable LocalDate day, @Nullable String result) {
        return new Phase(phase, words.phase(phase), state, day, result);
    }
}
