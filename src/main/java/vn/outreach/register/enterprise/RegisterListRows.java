package vn.outreach.register.enterprise;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.Folding;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TaxCode;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.intake.Change;
import vn.outreach.intake.Finding;
import vn.outreach.intake.IntakeList;
import vn.outreach.intake.IntakeRow;
import vn.outreach.intake.Judged;
import vn.outreach.register.zone.ZoneWords;
import vn.outreach.register.zone.Zones;
import vn.outreach.security.identity.ResponsiblePeople;

/** Compares rows of a list with the register: what they would change, what has to be asked, what cannot be. */
@Component
class RegisterListRows {

    private static final Map<String, EnterpriseField> FIELDS = RegisterList.byName();
    private static final int MOST_CHOICES = 3;

    private final EnterpriseRows rows;
    private final Zones zoneNames;
    private final ResponsiblePeople people;
    private final Clock clock;

    RegisterListRows(EnterpriseRows rows, Zones zoneNames, ResponsiblePeople people, Clock clock) {
        this.rows = rows;
        this.zoneNames = zoneNames;
        this.people = people;
        this.clock = clock;
    }

    /** What all rows of one comparison look at. */
    private record Known(
            Map<String, Enterprise> byCode,
            Map<String, List<EnterpriseRows.Named>> byName,
            Map<String, String> zones,
            ResponsiblePeople.ByName people) {}

    /** @param byCode the enterprises of the rows' tax codes, as far as they are in the register */
    List<Compared> compare(IntakeList list, List<IntakeRow> some, Map<String, Enterprise> byCode) {
        List<String> names = some.stream()
                .map(row -> row.value("name"))
                .filter(Objects::nonNull)
                .map(NameKeys::match)
                .distinct()
                .toList();
        Map<String, String> zones = new HashMap<>();
        rows.zones().keySet().forEach(text -> zones.putIfAbsent(ZoneWords.key(text), text));
        zones.putAll(zoneNames.names());
        boolean withPeople = some.stream().anyMatch(row -> row.value("responsibleMember") != null);
        Known all = new Known(
                byCode,
                rows.named(names),
                zones,
                withPeople ? people.byName() : new ResponsiblePeople.ByName(Map.of(), Map.of()));
        return some.stream().map(row -> new Row(list, row, all).compared()).toList();
    }

    /** What a row would become, and what is to be written for that. */
    record Compared(Judged judged, RegisterChange change) {}

    private final class Row {

        private final IntakeList list;
        private final IntakeRow row;
        private final Known known;
        private final @Nullable String taxCode;
        private final @Nullable Enterprise before;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<EnterpriseField, Object> values = new EnumMap<>(EnterpriseField.class);

        Row(IntakeList list, IntakeRow row, Known known) {
            this.list = list;
            this.row = row;
            this.known = known;
            this.taxCode = row.value(RegisterList.TAX_CODE);
            this.before = taxCode == null ? null : known.byCode().get(taxCode);
        }

        Compared compared() {
            if (taxCode == null) {
                withoutCode();
                return new Compared(Judged.of(row, null, null, findings, List.of()), new RegisterChange());
            }
            read();
            if (before == null) {
                asNew();
            } else {
                asKnown(before);
            }
            values.entrySet().removeIf(each -> before != null && !differs(each.getKey(), each.getValue()));
            RegisterChange change = new RegisterChange();
            values.forEach(change::set);
            if (!values.isEmpty()) {
                rules(change);
            }
            return new Compared(
                    Judged.of(row, taxCode, before == null ? null : before.version(), findings, changes()), change);
        }

        private void withoutCode() {
            List<EnterpriseRows.Named> same = sameName();
            if (same.isEmpty()) {
                refused(
                        "tax-code-missing",
                        RegisterList.TAX_CODE,
                        "chưa có mã số thuế, và trong sổ không có doanh nghiệp cùng tên");
            } else {
                Finding finding = same("chưa có mã số thuế", same);
                if (row.isAccepted(finding)) {
                    refused("tax-code-missing", RegisterList.TAX_CODE, "doanh nghiệp mới phải có mã số thuế");
                } else {
                    findings.add(finding);
                }
            }
        }

        private void asNew() {
            if (!TaxCode.isValid(taxCode)) {
                refused("tax-code", RegisterList.TAX_CODE, "mã số thuế %s không hợp lệ".formatted(taxCode));
            }
            if (!values.containsKey(EnterpriseField.NAME)) {
                refused("field-missing", "name", "doanh nghiệp mới phải có tên");
            }
            List<EnterpriseRows.Named> same = sameName();
            if (!same.isEmpty()) {
                findings.add(same("tên giống doanh nghiệp trong sổ có mã khác", same));
            }
        }

        private void asKnown(Enterprise enterprise) {
            if (enterprise.isClosed()) {
                asked(
                        "enterprise-closed",
                        null,
                        "doanh nghiệp đã ngừng hoạt động từ %s; vẫn ghi?".formatted(Day.shown(enterprise.closedOn())));
            }
            if ("false".equals(row.value(RegisterList.UNION_EXISTS)) && enterprise.hasUnion()) {
                asked(
                        "union-denied",
                        RegisterList.UNION_EXISTS,
                        "danh sách ghi chưa có công đoàn, sổ có công đoàn từ %s; sổ giữ nguyên?"
                                .formatted(Day.shown(enterprise.unionRecognisedOn())));
            }
            values.forEach((field, value) -> {
                if (value instanceof Integer now) {
                    FarFigure.asked(row, field.json(), field, now, stored(field))
                            .ifPresent(findings::add);
                }
            });
        }

        private void read() {
            row.values().forEach((name, text) -> {
                EnterpriseField field = FIELDS.get(name);
                if (field == null) {
                    return;
                }
                try {
                    Object value = switch (field) {
                        case ZONE -> field.read(named(field), known.zones().getOrDefault(ZoneWords.key(text), text));
                        case OWNERSHIP -> ownership(text);
                        case RESPONSIBLE_MEMBER -> member(text);
                        default -> field.read(named(field), text);
                    };
                    if (value != null) {
                        values.put(field, value);
                    }
                } catch (Refusal refused) {
                    findings.add(row.refused(refused, name));
                }
            });
            String zoneLine = row.zoneLine();
            if (zoneLine != null && !values.containsKey(EnterpriseField.ZONE)) {
                values.put(EnterpriseField.ZONE, known.zones().getOrDefault(ZoneWords.key(zoneLine), zoneLine));
            }
            if ("true".equals(row.value(RegisterList.UNION_EXISTS))
                    && !values.containsKey(EnterpriseField.UNION_RECOGNISED_ON)
                    && (before == null || !before.hasUnion())) {
                values.put(EnterpriseField.UNION_RECOGNISED_ON, list.asOf());
            }
        }

        private @Nullable Object ownership(String text) {
            Ownership ownership = ListWords.ownership(text);
            if (ownership == null) {
                asked(
                        "choice-unknown",
                        EnterpriseField.OWNERSHIP.json(),
                        "“%s” không phải hình thức sở hữu đã biết; bỏ qua ô này?".formatted(text));
            }
            return ownership;
        }

        private @Nullable Object member(String text) {
            List<String> found = known.people().find(text);
            if (found.size() == 1) {
                return found.get(0);
            }
            if (found.isEmpty()) {
                refused(
                        "member-unknown",
                        "responsibleMember",
                        "không có người phụ trách “%s” trong hệ thống".formatted(text));
            } else {
                findings.add(new Finding(
                        "member-several",
                        "responsibleMember",
                        true,
                        row.sentence("có %s người tên “%s”; hãy ghi tên đăng nhập"
                                .formatted(WholeNumber.shown(found.size()), text)),
                        null,
                        found.stream()
                                .map(id -> new Finding.Choice(
                                        id,
                                        "%s (%s)"
                                                .formatted(
                                                        known.people().names().get(id), id)))
                                .toList()));
            }
            return null;
        }

        private void rules(RegisterChange change) {
            try {
                new RegisterRules(change, before)
                        .check(LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId()));
            } catch (Refusal refused) {
                findings.add(row.refused(refused));
            }
        }

        private List<Change> changes() {
            return values.entrySet().stream()
                    .map(each -> new Change(
                            each.getKey().json(),
                            each.getKey().label(),
                            shown(each.getKey(), stored(each.getKey())),
                            shown(each.getKey(), each.getValue())))
                    .toList();
        }

        private boolean differs(EnterpriseField field, Object value) {
            Object stored = stored(field);
            if (stored == null) {
                return true;
            }
            return switch (field) {
                case NAME -> !NameKeys.match((String) value).equals(NameKeys.match((String) stored));
                case ZONE -> !ZoneWords.key((String) value).equals(ZoneWords.key((String) stored));
                case ADDRESS, SECTOR, LEGAL_FORM, PARENT_COMPANY ->
                    !Folding.words((String) value).equals(Folding.words((String) stored));
                default -> !value.equals(stored);
            };
        }

        private @Nullable Object stored(EnterpriseField field) {
            return before == null ? null : before.value(field);
        }

        private @Nullable String shown(EnterpriseField field, @Nullable Object value) {
            if (value instanceof Integer number) {
                return WholeNumber.shown(number);
            }
            if (value instanceof LocalDate day) {
                return Day.shown(day);
            }
            if (value instanceof Ownership ownership) {
                return ownership.label();
            }
            if (value instanceof Boolean yes) {
                return yes ? "Có" : "Không";
            }
            if (field == EnterpriseField.RESPONSIBLE_MEMBER && value != null) {
                return known.people().names().getOrDefault(value.toString(), value.toString());
            }
            return value == null ? null : value.toString();
        }

        /** Enterprises of the same name under another code: in the row's zone, or where one of both has none. */
        private List<EnterpriseRows.Named> sameName() {
            String name = row.value("name");
            if (name == null) {
                return List.of();
            }
            String zone = row.value("zone");
            String words = ZoneWords.key(zone == null ? row.zoneLine() : zone);
            return known.byName().getOrDefault(NameKeys.match(name), List.of()).stream()
                    .filter(other -> !other.taxCode().equals(taxCode))
                    .filter(other -> words.isEmpty()
                            || other.zone() == null
                            || ZoneWords.key(other.zone()).equals(words))
                    .limit(MOST_CHOICES)
                    .toList();
        }

        private Finding same(String why, List<EnterpriseRows.Named> same) {
            List<Finding.Choice> choices = same.stream()
                    .map(other -> new Finding.Choice(
                            other.taxCode(),
                            Stream.of(other.name(), other.taxCode(), other.zone())
                                    .filter(Objects::nonNull)
                                    .reduce((first, second) -> first + " – " + second)
                                    .orElseThrow()))
                    .toList();
            return new Finding(
                    "same-name",
                    null,
                    false,
                    row.sentence("%s: %s; là cùng một doanh nghiệp hay doanh nghiệp khác?"
                            .formatted(why, choices.get(0).text())),
                    null,
                    choices);
        }

        private void asked(String code, @Nullable String field, String clause) {
            findings.add(row.asked(code, field, clause));
        }

        private void refused(String code, @Nullable String field, String clause) {
            findings.add(row.refused(code, field, clause));
        }

        private static FieldName named(EnterpriseField field) {
            return new FieldName(field.json(), field.label());
        }
    }
}
