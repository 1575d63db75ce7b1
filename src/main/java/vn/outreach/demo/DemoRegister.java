package vn.outreach.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.outreach.OutreachApplication;
import vn.outreach.base.value.TaxCode;
import vn.outreach.demo.DemoEnterprises.Row;
import vn.outreach.register.achievement.AchievementFold;
import vn.outreach.register.candidate.Candidates;
import vn.outreach.register.enterprise.EnterpriseField;
import vn.outreach.register.enterprise.EnterpriseService;
import vn.outreach.register.enterprise.RegisterChange;
import vn.outreach.register.zone.ZoneService;

/** What people keep by hand beside the processes: the register, the plans' rows, the candidates' restricted rows. */
@Component
class DemoRegister {

    /** Members whose admission the round itself tells, so that the survey found one less. */
    private static final Set<String> ONE_JOINS_LATER = Set.of("E05", "E07");

    private static final Set<String> HAVE_YOUTH_UNION = Set.of("E03", "E04", "E05", "E07");
    private static final Map<String, Integer> TARGETS = Map.of("E01", 2, "E03", 2, "E05", 6, "E07", 4, "E04", 1);
    private static final Map<String, Set<String>> PROMISED = Map.of(
            "MEETING", Set.of("E02", "E06", "E08", "E09", "E10", "E11", "E12", "E13", "E15", "E17", "E20", "E23"),
            "UNION", Set.of("E06", "E10", "E11", "E20"),
            "CELL", Set.of("E01", "E08", "E09", "E12"));
    private static final Map<String, List<String>> SPELLINGS =
            Map.of("Phú Mỹ I", List.of("Phú Mỹ 1"), "Phú Mỹ II", List.of("Phú Mỹ 2"));
    private static final int WILLING = 5;
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    private final EnterpriseService enterprises;
    private final ZoneService zones;
    private final Candidates candidates;
    private final AchievementFold achievements;
    private final JdbcClient jdbc;

    DemoRegister(
            EnterpriseService enterprises,
            ZoneService zones,
            Candidates candidates,
            AchievementFold achievements,
            JdbcClient jdbc) {
        this.enterprises = enterprises;
        this.zones = zones;
        this.candidates = candidates;
        this.achievements = achievements;
        this.jdbc = jdbc;
    }

    /** Enters the enterprises with what the tax office's list tells: no figures yet, those come from the survey. */
    void enterprises() {
        DemoEnterprises.all().stream()
                .map(Row::zone)
                .distinct()
                .forEach(zone -> zones.add(zone, SPELLINGS.getOrDefault(zone, List.of())));
        for (Row row : DemoEnterprises.all()) {
            enterprises.register(
                    TaxCode.of(row.taxCode()),
                    new RegisterChange()
                            .set(EnterpriseField.NAME, row.name())
                            .set(EnterpriseField.ZONE, row.zone())
                            .set(EnterpriseField.SECTOR, row.sector())
                            .set(EnterpriseField.OWNERSHIP, row.ownership())
                            .set(EnterpriseField.OWNER_LANGUAGE, row.ownerLanguage())
                            .set(EnterpriseField.WORKERS, row.workers())
                            .set(EnterpriseField.LEGAL_PERSON, true)
                            .set(EnterpriseField.RESPONSIBLE_MEMBER, row.officer()));
        }
    }

    /** One row per enterprise, each with one named member and one advisory unit. */
    void planRows(int year) {
        for (Row row : DemoEnterprises.all()) {
            jdbc.sql("insert into plan_row(plan_year, tax_code, responsible_member, unit, admission_target, measures,"
                            + " status) values (?, ?, ?, ?, ?, ?, 'PLANNED')")
                    .params(
                            year,
                            row.taxCode(),
                            row.officer(),
                            "organisationBoard",
                            TARGETS.getOrDefault(row.code(), 0),
                            promised(row))
                    .update();
        }
        achievements.follow(
                year, DemoEnterprises.all().stream().map(Row::taxCode).toList());
        markCarried(year);
    }

    /** What the organisation board writes into the report of a period. */
    void report(int year, String period, LocalDate cutOff) {
        jdbc.sql(
                        "insert into report(plan_year, period, kind, status, cut_off, advantages, difficulties, causes, results, tasks,"
                                + " proposals) values (?, ?, ?, 'DRAFT', ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        year,
                        period,
                        "YEAR".equals(period) ? "YEAR" : "QUARTER",
                        cutOff,
                        "Các doanh nghiệp trong khu công nghiệp tạo điều kiện cho cán bộ khảo sát.",
                        "Nhiều chủ doanh nghiệp hẹn lại; một số nơi không có người tiếp.",
                        "Công nhân làm theo ca, khó bố trí thời gian họp.",
                        "Đã khảo sát và gặp chủ doanh nghiệp theo phân công.",
                        "Tiếp tục gặp các doanh nghiệp đã khảo sát, ưu tiên nơi có công đoàn.",
                        "Đề nghị bố trí thêm cán bộ cho các khu công nghiệp mới.")
                .update();
    }

    /** Answers, before a plan is closed, that each row goes on in the next year. */
    void carryRows(int year) {
        jdbc.sql("update plan_row set closing = 'CARRIED' where plan_year = ?")
                .param(year)
                .update();
    }

    /** Says of each row of the year whether it comes from the year before. */
    void markCarried(int year) {
        jdbc.sql("""
                update plan_row set carried_from = (select r.plan_year from plan_row r where r.plan_year = plan_row.plan_year - 1
                    and r.tax_code = plan_row.tax_code and r.closing = 'CARRIED') where plan_year = ?""").param(year).update();
    }

    /** What the plan asks of the row: a survey of each, and of some a meeting, a union or a cell. */
    private static String promised(Row row) {
        List<String> measures = new ArrayList<>(List.of("SURVEY"));
        PROMISED.forEach((measure, codes) -> {
            if (codes.contains(row.code())) {
                measures.add(measure);
            }
        });
        return String.join(",", measures);
    }

    int fullMembersAtSurvey(Row row) {
        return ONE_JOINS_LATER.contains(row.code()) ? row.fullMembers() - 1 : row.fullMembers();
    }

    int willing(Row row) {
        return WILLING;
    }

    Object[] surveyFigures(Row row, DemoCalendar calendar, int day) {
        List<Object> fields = new ArrayList<>(List.of(
                "surveyResult", "COMPLETED",
                "conductedOn", calendar.text(day),
                "accessibility", row.accessibility(),
                "ownerAttitude", row.attitude(),
                "workerCount", row.workers(),
                "unionMembers", row.unionMembers(),
                "youthUnionMembers", row.youthUnionMembers(),
                "youthBranches", HAVE_YOUTH_UNION.contains(row.code()) ? 2 : 0));
        fields.addAll(
                List.of("fullMembers", fullMembersAtSurvey(row), "probationaryMembers", row.probationaryMembers()));
        if (row.unionMembers() > 0) {
            fields.addAll(List.of("unionRecognisedOn", "2015-06-15"));
        }
        if (HAVE_YOUTH_UNION.contains(row.code())) {
            fields.addAll(List.of("youthUnionFoundedOn", "2016-03-26"));
        }
        return fields.toArray();
    }

    /** Enters what an officer noted of a contact, in the afternoon of its day. */
    void contact(
            String code,
            LocalDate day,
            String user,
            String kind,
            String withWhom,
            String said,
            @Nullable Integer readiness,
            @Nullable String nextStep,
            @Nullable LocalDate nextDay) {
        jdbc.sql(
                        "insert into contact(tax_code, contacted_on, kind, with_whom, said, next_step, next_on, readiness, made_by,"
                                + " recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        DemoEnterprises.of(code).taxCode(),
                        day,
                        kind,
                        withWhom,
                        said,
                        nextStep,
                        nextDay,
                        readiness,
                        user,
                        user,
                        day.atTime(AFTERNOON)
                                .atZone(OutreachApplication.ZONE.toZoneId())
                                .toOffsetDateTime())
                .update();
    }

    /** Gives the next reference to a person of whom only an invented name is known yet. */
    String candidate(String taxCode, String name) {
        String ref = candidates.allocate(taxCode);
        jdbc.sql("update candidate set name = ?, contact = ? where ref = ?")
                .params(name, ref.toLowerCase() + "@example.vn", ref)
                .update();
        return ref;
    }

    /** The reference that the person of this story was given; read anew each time, a round may be gone on with. */
    String reference(String name) {
        return jdbc.sql("select ref from candidate where name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    /** Enters what the file says once the person has agreed. */
    void file(
            String ref,
            YearMonth birthMonth,
            LocalDate certificate,
            boolean owner,
            boolean inYouthUnion,
            boolean inUnion) {
        jdbc.sql(
                        "update candidate set birth_month = ?, schooling = 'THCS_DEGREE', certificate_date = ?, citizen = true,"
                                + " is_owner = ?, readmission = false, in_youth_union = ?, in_union = ? where ref = ?")
                .params(birthMonth.toString(), certificate, owner, inYouthUnion, inUnion, ref)
                .update();
    }
}
