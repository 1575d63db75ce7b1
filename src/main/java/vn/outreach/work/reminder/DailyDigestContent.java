package vn.outreach.work.reminder;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.rules.calendar.DueDays;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.WorkUnits;
import vn.outreach.work.deputy.Absence;
import vn.outreach.work.deputy.Deputies;
import vn.outreach.work.notification.DigestContent;
import vn.outreach.work.notification.MailRedaction;
import vn.outreach.work.notification.NotificationTemplate;

/**
 * What the mail of the day tells one person, looked up at the moment of sending: overdue, due today, in one and in
 * three working days, new, changed, beginning this week; for heads what is late with others, for the board what is late
 * for long. Who is replaced gets none; the deputy reads for whom a task is done. Of an admission no enterprise and no
 * person is named.
 */
@Component
class DailyDigestContent implements DigestContent {

    private static final int SOON = 3;
    private static final Set<NotificationTemplate> NEW =
            Set.of(NotificationTemplate.TASK_ASSIGNED, NotificationTemplate.TASK_OFFERED);
    /** These are about a task that must still be there. */
    private static final Set<NotificationTemplate> OF_OPEN_TASK = Set.of(
            NotificationTemplate.TASK_ASSIGNED,
            NotificationTemplate.TASK_OFFERED,
            NotificationTemplate.TASK_EXTENDED,
            NotificationTemplate.TASK_MOVED,
            NotificationTemplate.RESPONSIBLE_CANNOT_WORK,
            NotificationTemplate.PLAN_TO_APPROVE);

    private final DigestRows rows;
    private final ContactsDue contacts;
    private final DueDays dueDays;
    private final Deputies deputies;
    private final EngineUsers users;
    private final WorkUnits units;
    private final ReminderSettings settings;

    DailyDigestContent(
            DigestRows rows,
            ContactsDue contacts,
            DueDays dueDays,
            Deputies deputies,
            EngineUsers users,
            WorkUnits units,
            ReminderSettings settings) {
        this.rows = rows;
        this.contacts = contacts;
        this.dueDays = dueDays;
        this.deputies = deputies;
        this.users = users;
        this.units = units;
        this.settings = settings;
    }

    @Override
    public Text of(String recipient, @Nullable Instant lastTold, List<Waiting> waiting) {
        Optional<Absence> absence = deputies.absenceOf(recipient);
        if (absence.filter(Absence::replaces).isPresent()) {
            return new Text(List.of(), Set.of(), Set.of());
        }
        CurrentUser person = users.person(recipient);
        Reader reader = reader(person);
        DigestText text = new DigestText(settings.most());
        Set<String> listed = new HashSet<>();
        due(text, reader, listed);
        Notices notices = notices(waiting, reader, listed);
        Set<Long> told = new LinkedHashSet<>(notices.listed());
        addNotices(text, "Việc mới", notices.fresh(), told);
        addNotices(text, "Thay đổi", notices.changed(), told);
        beginning(text, reader);
        withoutContact(text, reader);
        if (absence.isEmpty()) {
            ofUnits(text, person, reader);
            ofBoard(text, person, lastTold);
        }
        return new Text(text.lines(), told, notices.over());
    }

    /**
     * Whose tasks somebody reads of.
     *
     * @param people the person and those in whose place the person works today
     * @param handedOver tasks that came from somebody who is away, and from whom
     */
    private record Reader(String id, Set<String> people, Set<String> units, Map<String, String> handedOver) {}

    private Reader reader(CurrentUser person) {
        Set<String> people = new LinkedHashSet<>(List.of(person.id()));
        Map<String, String> handedOver = new HashMap<>();
        for (String absent : deputies.absentFor(person.id())) {
            people.add(absent);
            deputies.absenceOf(absent)
                    .filter(Absence::replaces)
                    .ifPresent(absence -> deputies.out(absence).forEach(task -> handedOver.put(task, absent)));
        }
        return new Reader(person.id(), people, units.of(person.groups()), handedOver);
    }

    private void due(DigestText text, Reader reader, Set<String> listed) {
        Map<Integer, List<DigestRows.TaskRow>> byDays = new HashMap<>();
        for (DigestRows.TaskRow row : rows.due(reader.people(), reader.units(), dueDays.firstAfter(SOON), more())) {
            byDays.computeIfAbsent(Math.max(dueDays.left(row.due()), -1), days -> new ArrayList<>())
                    .add(row);
        }
        add(text, "Quá hạn", byDays.get(-1), row -> own(row, reader) + ", " + late(row), listed);
        add(text, "Hạn hôm nay", byDays.get(0), row -> own(row, reader), listed);
        add(text, "Còn 1 ngày làm việc", byDays.get(1), row -> own(row, reader), listed);
        add(text, "Còn 3 ngày làm việc", byDays.get(SOON), row -> own(row, reader), listed);
    }

    private static void add(
            DigestText text,
            String heading,
            @Nullable List<DigestRows.TaskRow> of,
            Function<DigestRows.TaskRow, String> line,
            Set<String> listed) {
        if (of != null) {
            int shown = text.add(heading, of.stream().map(line).toList());
            of.subList(0, shown).forEach(row -> listed.add(row.taskId()));
        }
    }

    private void beginning(DigestText text, Reader reader) {
        LocalDate monday = dueDays.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        text.add(
                "Bắt đầu trong tuần theo kế hoạch",
                rows.beginning(reader.people(), monday, monday.plusDays(6), more()).stream()
                        .map(row -> "%s (mã số thuế %s), từ ngày %s"
                                .formatted(row.enterprise(), row.taxCode(), Day.shown(row.startOn())))
                        .toList());
    }

    private void withoutContact(DigestText text, Reader reader) {
        text.add(
                "Lâu chưa liên hệ",
                contacts.of(reader.people()).stream()
                        .map(due -> "%s (mã số thuế %s): %s ngày chưa gọi điện, đến hoặc gặp, nên liên hệ trong %s ngày"
                                .formatted(
                                        due.name(),
                                        due.taxCode(),
                                        WholeNumber.shown(due.days()),
                                        WholeNumber.shown(due.allowed())))
                        .toList());
    }

    private void ofUnits(DigestText text, CurrentUser person, Reader reader) {
        Set<String> headed = units.headedBy(person);
        if (!headed.isEmpty()) {
            List<DigestRows.TaskRow> late =
                    rows.lateOfUnits(headed, reader.people(), dueBefore(settings.headAfter()), more());
            Map<String, String> called = names(late);
            text.add(
                    "Việc quá hạn của đơn vị",
                    late.stream()
                            .map(row -> task(row) + ", " + late(row) + holder(row, called))
                            .toList());
        }
    }

    private void ofBoard(DigestText text, CurrentUser person, @Nullable Instant lastTold) {
        if (person.can(Capability.TOLD_OF_OVERDUE)) {
            Instant since = lastTold == null ? Instant.EPOCH : lastTold;
            toBoard(text, "Quá hạn lâu", rows.toldToBoard(since, false, more()));
            toBoard(text, "Quá hạn ở đơn vị không có phụ trách đang làm việc", rows.toldToBoard(since, true, more()));
        }
    }

    private void toBoard(DigestText text, String heading, List<DigestRows.TaskRow> late) {
        Map<String, String> called = names(late);
        text.add(
                heading,
                late.stream()
                        .map(row -> task(row) + ", " + late(row) + unit(row) + holder(row, called))
                        .toList());
    }

    // --- notices that waited -----------------------------------------------------------------------------------------

    /** @param listed those whose task is among the lines already */
    private record Notices(List<Waiting> fresh, List<Waiting> changed, Set<Long> listed, Set<Long> over) {}

    private Notices notices(List<Waiting> waiting, Reader reader, Set<String> listed) {
        Map<String, String> holders = rows.holders(
                waiting.stream().map(Waiting::taskId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Notices notices = new Notices(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new HashSet<>());
        for (Waiting notice : waiting) {
            if (isOver(notice, holders, reader)) {
                notices.over().add(notice.id());
            } else if (NEW.contains(notice.template())) {
                if (listed.contains(String.valueOf(notice.taskId()))) {
                    notices.listed().add(notice.id());
                } else {
                    notices.fresh().add(notice);
                }
            } else {
                notices.changed().add(notice);
            }
        }
        return notices;
    }

    private static boolean isOver(Waiting notice, Map<String, String> holders, Reader reader) {
        if (notice.taskId() == null || !OF_OPEN_TASK.contains(notice.template())) {
            return false;
        }
        String holder = holders.get(notice.taskId());
        return holder == null
                || NEW.contains(notice.template())
                        && !reader.people().contains(holder)
                        && !(holder.isEmpty() && notice.template() == NotificationTemplate.TASK_OFFERED);
    }

    private static void addNotices(DigestText text, String heading, List<Waiting> notices, Set<Long> told) {
        int shown = text.add(heading, notices.stream().map(Waiting::line).toList());
        notices.subList(0, shown).forEach(notice -> told.add(notice.id()));
    }

    // --- words -------------------------------------------------------------------------------------------------------

    private String own(DigestRows.TaskRow row, Reader reader) {
        String holder = row.holder();
        if (holder == null) {
            return task(row) + " (chưa ai nhận)";
        }
        String absent = holder.equals(reader.id()) ? reader.handedOver().get(row.taskId()) : holder;
        return absent == null ? task(row) : task(row) + " (thay " + users.of(absent) + ")";
    }

    private static String task(DigestRows.TaskRow row) {
        String name = MailRedaction.task(row.processKey(), row.name());
        return isAdmission(row) || row.enterprise() == null
                ? name
                : "%s – %s (mã số thuế %s)".formatted(name, row.enterprise(), row.taxCode());
    }

    private String late(DigestRows.TaskRow row) {
        return "quá hạn %s ngày làm việc".formatted(WholeNumber.shown(-dueDays.left(row.due())));
    }

    private String unit(DigestRows.TaskRow row) {
        String name = row.unit().isEmpty() ? "" : units.nameOf(row.unit());
        return name.isEmpty() || MailRedaction.isInnerWord(name) ? "" : ", " + name;
    }

    private static String holder(DigestRows.TaskRow row, Map<String, String> called) {
        String holder = row.holder();
        if (isAdmission(row)) {
            return "";
        }
        return holder == null ? ", chưa ai nhận" : ", " + called.getOrDefault(holder, holder) + " đang giữ";
    }

    private static boolean isAdmission(DigestRows.TaskRow row) {
        return ProcessKeys.MEMBER_ADMISSION.equals(row.processKey());
    }

    private Map<String, String> names(List<DigestRows.TaskRow> late) {
        return users.of(late.stream()
                .map(DigestRows.TaskRow::holder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private LocalDate dueBefore(int workingDaysLate) {
        return dueDays.lateBefore(workingDaysLate);
    }

    /** One more than is shown tells that there are more. */
    private int more() {
        return settings.most() + 1;
    }
}
