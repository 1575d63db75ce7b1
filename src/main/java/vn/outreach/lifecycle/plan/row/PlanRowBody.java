package vn.outreach.lifecycle.plan.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import vn.outreach.security.identity.Units;
import vn.outreach.web.Body;

/**
 * Reads the rows of a plan as they are sent. A row may still lack the responsible member and the unit: the plan is
 * refused for that only when it is drafted.
 */
@Component
public class PlanRowBody {

    private static final Set<String> FIELDS = Set.of(
            "responsibleMember",
            "unit",
            "partners",
            "admissionTarget",
            "measures",
            "product",
            "startOn",
            "dueOn",
            "note");
    /** Fields of a row in a list. */
    public static final Set<String> ROW = with("taxCode");

    private static final Set<String> CHANGES = with("closing", "closingReason");

    private static final CodeList MEASURES = new CodeList(Measure.values().length);
    private static final int MOST_PARTNERS = 5;
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_PRODUCT = 500;
    private static final int LONGEST_TAX_CODE = 14;
    private static final int LONGEST_UNIT = 100;

    private final Enterprises enterprises;
    private final Members members;
    private final Units units;

    public PlanRowBody(Enterprises enterprises, Members members, Units units) {
        this.enterprises = enterprises;
        this.members = members;
        this.units = units;
    }

    private static Set<String> with(String... fields) {
        Set<String> all = new TreeSet<>(FIELDS);
        all.addAll(List.of(fields));
        return all;
    }

    /** The whole list. */
    public List<Assignment> read(int year, Object json) {
        return read(year, Body.rows(json, ROW));
    }

    /** Rows of a list within something else. */
    public List<Assignment> read(int year, List<Body> bodies) {
        List<Assignment> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> able = new HashSet<>();
        for (Body body : bodies) {
            String taxCode = known(body);
            if (!seen.add(taxCode)) {
                throw twice(body, taxCode);
            }
            rows.add(over(year, body, Assignment.of(taxCode), able));
        }
        return rows;
    }

    /** One row, as its own address is sent it. */
    public Assignment row(int year, String taxCode, Map<String, Object> json) {
        Body code = Body.of(Map.of("taxCode", taxCode), Set.of("taxCode"));
        return over(year, Body.of(json, FIELDS), Assignment.of(known(code)), new HashSet<>());
    }

    /**
     * Changes that are sent for many rows at once.
     *
     * @param changes what each of the rows is to have from now on, by tax code; other fields stay
     * @param closing what becomes of the rows when their year is closed; null where that is not what is sent
     */
    public record Many(
            Map<String, Body> changes,
            @Nullable RowClosing closing,
            @Nullable String closingReason) {}

    /**
     * The same changes for many rows, or rows with changes of their own.
     *
     * @throws Refusal for what can be in no row; what only some rows cannot have, {@link #over} refuses of each
     */
    public Many many(int year, Map<String, Object> json) {
        if (json.containsKey("rows")) {
            return own(Body.of(json, Set.of("rows")), json.get("rows"));
        }
        Body body = Body.of(json, Set.of("taxCodes", "changes"));
        List<String> sent = body.required("taxCodes", "Doanh nghiệp", body.texts("taxCodes", "Doanh nghiệp"));
        Set<String> taxCodes = new LinkedHashSet<>(sent);
        mustBeSome("taxCodes", taxCodes.size());
        Body changes = body.object("changes", "Thay đổi", CHANGES);
        RowClosing closing = changes.choice("closing", "Kết luận", RowClosing.class);
        if (closing != null && FIELDS.stream().anyMatch(changes::has)) {
            throw new FieldName(changes.field("closing"), "Kết luận").range("không gửi cùng thay đổi khác");
        }
        over(year, changes, Assignment.of(""), new HashSet<>());
        Map<String, Body> ofEach = new LinkedHashMap<>();
        taxCodes.forEach(taxCode -> ofEach.put(taxCode, changes));
        return new Many(ofEach, closing, changes.known("closingReason", Text.class));
    }

    private static Many own(Body body, @Nullable Object sent) {
        List<Body> rows = Body.list(sent, body.field("rows"), ROW);
        mustBeSome("rows", rows.size());
        Map<String, Body> ofEach = new LinkedHashMap<>();
        for (Body row : rows) {
            String taxCode = row.required("taxCode", "Mã số thuế", row.text("taxCode", "Mã số thuế", LONGEST_TAX_CODE));
            if (ofEach.put(taxCode, row) != null) {
                throw twice(row, taxCode);
            }
        }
        return new Many(ofEach, null, null);
    }

    private static void mustBeSome(String field, int rows) {
        FieldName name = new FieldName(field, "Doanh nghiệp");
        if (rows == 0) {
            throw name.missing();
        }
        if (rows > MOST_ROWS) {
            throw name.range("có nhiều nhất %s doanh nghiệp một lần".formatted(WholeNumber.shown(MOST_ROWS)));
        }
    }

    private static Refusal twice(Body row, String taxCode) {
        return Refusal.invalid(
                "field-choice", row.field("taxCode"), "Doanh nghiệp %s có hai dòng trong kế hoạch.".formatted(taxCode));
    }

    /**
     * The row with what was sent; fields that were not sent stay as they are.
     *
     * @param able whom somebody asked about already and who may be responsible; names are added
     */
    public Assignment over(int year, Body body, Assignment row, Set<String> able) {
        LocalDate startOn = body.has("startOn") ? dayOf(year, body, "startOn", "Bắt đầu từ") : row.startOn();
        LocalDate dueOn = body.has("dueOn") ? dayOf(year, body, "dueOn", "Hoàn thành trước") : row.dueOn();
        DateRules.notBefore(new FieldName(body.field("dueOn"), "Hoàn thành trước"), dueOn, startOn, "ngày bắt đầu");
        return new Assignment(
                row.taxCode(),
                body.has("responsibleMember") ? member(body, able) : row.responsibleMember(),
                body.has("unit") ? unit(body) : row.unit(),
                body.has("partners") ? partners(body) : row.partners(),
                body.has("admissionTarget") ? body.known("admissionTarget", WholeNumber.class) : row.admissionTarget(),
                body.has("measures") ? measures(body) : row.measures(),
                body.has("product") ? body.lines("product", "Sản phẩm", LONGEST_PRODUCT) : row.product(),
                startOn,
                dueOn,
                body.has("note") ? body.known("note", Text.class) : row.note(),
                row.carriedFrom());
    }

    private String known(Body body) {
        String taxCode =
                body.required("taxCode", "Mã số thuế", body.read("taxCode", "Mã số thuế", new TaxCodeReference()));
        if (enterprises.find(taxCode).isEmpty()) {
            throw Refusal.invalid(
                    "enterprise-unknown",
                    body.field("taxCode"),
                    "Doanh nghiệp có mã số thuế “%s” chưa có trong sổ đăng ký.".formatted(taxCode));
        }
        return taxCode;
    }

    private @Nullable String unit(Body body) {
        String sent = body.text("unit", "Đơn vị phụ trách", LONGEST_UNIT);
        return sent == null ? null : answering(new FieldName(body.field("unit"), "Đơn vị phụ trách"), sent);
    }

    private @Nullable List<String> partners(Body body) {
        FieldName name = new FieldName(body.field("partners"), "Đơn vị phối hợp");
        List<String> sent = body.read("partners", "Đơn vị phối hợp", new CodeList(MOST_PARTNERS));
        return sent == null
                ? null
                : sent.stream().map(unit -> answering(name, unit)).distinct().toList();
    }

    /** @throws Refusal {@code field-choice} for what is neither the id nor the name of a unit that can answer */
    public String answering(FieldName name, String idOrName) {
        return units.answering(idOrName)
                .map(Units.Unit::id)
                .orElseThrow(() -> name.choice(
                        units.answering().stream().map(Units.Unit::name).collect(Collectors.joining(", "))));
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

    private @Nullable String member(Body body, Set<String> able) {
        String member = body.known("responsibleMember", Text.class);
        if (member != null && !able.contains(member)) {
            members.requireResponsible(body.field("responsibleMember"), member);
            able.add(member);
        }
        return member;
    }
}
