package vn.outreach.lifecycle.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.CodeList;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TaxCodeReference;
import vn.outreach.base.value.Text;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.DateRules;
import vn.outreach.security.identity.Members;
import vn.outreach.web.Body;

/**
 * Reads the rows of a plan as they are sent. A row may still lack the responsible member and the unit: the plan is
 * refused for that only when it is drafted.
 */
@Component
class PlanRowBody {

    private static final Set<String> FIELDS =
            Set.of("taxCode", "responsibleMember", "unit", "admissionTarget", "measures", "startOn", "dueOn", "note");

    private static final CodeList MEASURES = new CodeList(Measure.values().length);

    private final Enterprises enterprises;
    private final Members members;

    PlanRowBody(Enterprises enterprises, Members members) {
        this.enterprises = enterprises;
        this.members = members;
    }

    List<PlanRow> read(int year, Object json) {
        List<PlanRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Body body : Body.rows(json, FIELDS)) {
            PlanRow row = read(year, body);
            if (!seen.add(row.taxCode())) {
                throw Refusal.invalid(
                        "field-choice",
                        body.field("taxCode"),
                        "Doanh nghiệp %s có hai dòng trong kế hoạch.".formatted(row.taxCode()));
            }
            rows.add(row);
        }
        return rows;
    }

    private PlanRow read(int year, Body body) {
        String taxCode =
                body.required("taxCode", "Mã số thuế", body.read("taxCode", "Mã số thuế", new TaxCodeReference()));
        if (enterprises.find(taxCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    body.field("taxCode"),
                    "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
        }
        LocalDate startOn = dayOf(year, body, "startOn", "Bắt đầu từ");
        LocalDate dueOn = dayOf(year, body, "dueOn", "Hoàn thành trước");
        DateRules.notBefore(new FieldName(body.field("dueOn"), "Hoàn thành trước"), dueOn, startOn, "ngày bắt đầu");
        return new PlanRow(
                year,
                taxCode,
                null,
                null,
                null,
                member(body),
                body.text("unit", "Đơn vị phụ trách", 100),
                body.known("admissionTarget", WholeNumber.class),
                measures(body),
                startOn,
                dueOn,
                body.known("note", Text.class),
                PlanRowStatus.PLANNED,
                null,
                null);
    }

    private static @Nullable List<Measure> measures(Body body) {
        List<String> codes = body.read("measures", "Nội dung giao", MEASURES);
        FieldName name = new FieldName(body.field("measures"), "Nội dung giao");
        return codes == null
                ? null
                : codes.stream()
                        .map(code -> Choice.of(Measure.class).read(name, code))
                        .sorted()
                        .toList();
    }

    private static @Nullable LocalDate dayOf(int year, Body body, String field, String label) {
        LocalDate day = body.date(field, label);
        if (day != null && day.getYear() != year) {
            throw new FieldName(body.field(field), label).range("phải trong năm " + year);
        }
        return day;
    }

    private @Nullable String member(Body body) {
        String member = body.known("responsibleMember", Text.class);
        if (member != null) {
            members.requireResponsible(body.field("responsibleMember"), member);
        }
        return member;
    }
}
