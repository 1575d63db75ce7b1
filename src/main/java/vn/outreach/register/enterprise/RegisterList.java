package vn.outreach.register.enterprise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.intake.IntakeKind;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.IntakeTarget;
import vn.outreach.intake.Judged;
import vn.outreach.intake.workbook.ListColumns;
import vn.outreach.intake.workbook.ListField;
import vn.outreach.intake.workbook.ValueKind;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.ResponsiblePeople;

/** Lists of enterprises, as zones, wards and unions send them: what they say is written into the register. */
@Component
class RegisterList implements IntakeTarget {

    static final String TAX_CODE = "taxCode";
    /** A union of which a list tells no day. */
    static final String UNION_EXISTS = "unionExists";

    private static final Map<String, ValueKind> COLUMNS = columns();

    private final List<ListField> fields = ListColumns.of(IntakeKind.REGISTER.name(), COLUMNS);
    private final EnterpriseRows rows;
    private final RegisterEntries entries;
    private final RegisterListRows comparison;
    private final RegisterListWriter writer;
    private final ResponsiblePeople people;

    RegisterList(
            EnterpriseRows rows,
            RegisterEntries entries,
            RegisterListRows comparison,
            RegisterListWriter writer,
            ResponsiblePeople people) {
        this.rows = rows;
        this.entries = entries;
        this.comparison = comparison;
        this.writer = writer;
        this.people = people;
    }

    private static Map<String, ValueKind> columns() {
        Map<String, ValueKind> columns = new LinkedHashMap<>();
        columns.put(TAX_CODE, ValueKind.TAX_CODE);
        columns.put("name", ValueKind.TEXT);
        columns.put("zone", ValueKind.ZONE);
        columns.put("address", ValueKind.TEXT);
        columns.put("sector", ValueKind.TEXT);
        columns.put("legalForm", ValueKind.TEXT);
        columns.put("ownership", ValueKind.TEXT);
        columns.put("parentCompany", ValueKind.TEXT);
        columns.put("legalPerson", ValueKind.YES_NO);
        columns.put("workers", ValueKind.NUMBER);
        columns.put(UNION_EXISTS, ValueKind.YES_NO);
        columns.put("unionRecognisedOn", ValueKind.DAY);
        columns.put("unionMembers", ValueKind.NUMBER);
        columns.put("youthUnionMembers", ValueKind.NUMBER);
        columns.put("youthBranches", ValueKind.NUMBER);
        columns.put("youthUnionFoundedOn", ValueKind.DAY);
        columns.put("fullMembers", ValueKind.NUMBER);
        columns.put("probationaryMembers", ValueKind.NUMBER);
        columns.put("responsibleMember", ValueKind.MEMBER);
        return columns;
    }

    @Override
    public IntakeKind kind() {
        return IntakeKind.REGISTER;
    }

    @Override
    public List<ListField> fields() {
        return fields;
    }

    @Override
    public Map<String, String> names(Collection<String> taxCodes) {
        return rows.find(taxCodes).values().stream().collect(Collectors.toMap(Enterprise::taxCode, Enterprise::name));
    }

    @Override
    public String explanation(String field) {
        return switch (COLUMNS.getOrDefault(field, ValueKind.TEXT)) {
            case TAX_CODE -> "10 chữ số, chi nhánh thêm gạch nối và 3 chữ số; định dạng ô là chữ để không mất số 0.";
            case NUMBER -> "Số nguyên; để trống nếu chưa biết.";
            case DAY -> "Ngày/tháng/năm đầy đủ.";
            case YES_NO -> "Có hoặc Không.";
            case MEMBER -> "Họ tên hoặc tên đăng nhập của người phụ trách.";
            case ZONE -> "Tên khu, cụm công nghiệp như trong sổ.";
            default ->
                "name".equals(field) ? "Tên đầy đủ; bắt buộc với doanh nghiệp mới." : "Chữ; để trống nếu chưa biết.";
        };
    }

    @Override
    public Map<String, List<String>> choices() {
        return Map.of(
                "ownership",
                Stream.of(Ownership.values()).map(Ownership::label).toList(),
                UNION_EXISTS,
                List.of("Có", "Không"),
                "legalPerson",
                List.of("Có", "Không"),
                "responsibleMember",
                List.copyOf(people.byName().names().values()));
    }

    @Override
    public void mustWrite(CurrentUser person) {
        person.must(Capability.IMPORTS_REGISTER, "Chỉ ban tổ chức và văn phòng được nạp danh sách doanh nghiệp.");
    }

    @Override
    public void mustTake(IntakeList list) {
        // The register takes lists at any time.
    }

    @Override
    public List<Judged> compare(IntakeList list, List<IntakeRow> some) {
        return comparison.compare(list, some, rows.find(codes(some))).stream()
                .map(RegisterListRows.Compared::judged)
                .toList();
    }

    @Override
    public List<Written> write(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        return entries.together(() -> writeTogether(list, some, person));
    }

    private List<Written> writeTogether(IntakeList list, List<IntakeRow> some, CurrentUser person) {
        Map<String, Enterprise> locked = rows.lock(codes(some));
        List<RegisterListRows.Compared> compared = comparison.compare(list, some, locked);
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            IntakeRow row = some.get(i);
            Enterprise before = locked.get(row.value(TAX_CODE));
            written.add(
                    Objects.equals(row.comparedWith(), before == null ? null : before.version())
                            ? writer.write(list, row, compared.get(i), before, person)
                            : new Written(
                                    row.number(),
                                    Judged.changedSince(row, compared.get(i).judged()),
                                    null,
                                    null));
        }
        return written;
    }

    @Override
    public @Nullable String takeBack(IntakeList list, Taken row, CurrentUser person) {
        return writer.takeBack(list, row, person);
    }

    private static List<String> codes(List<IntakeRow> some) {
        return some.stream()
                .map(row -> row.value(TAX_CODE))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The fields of the register by the names that columns have. */
    static Map<String, EnterpriseField> byName() {
        return Stream.of(EnterpriseField.values())
                .filter(field -> COLUMNS.containsKey(field.json()))
                .collect(Collectors.toMap(EnterpriseField::json, Function.identity()));
    }
}
