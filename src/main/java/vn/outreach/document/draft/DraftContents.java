package vn.outreach.document.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.outreach.process.TaskCase;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.KnownSteps;
import vn.outreach.register.ledger.Ledger;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.rules.Rules;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.EngineUsers;
import vn.outreach.security.identity.Units;

/** Gathers what a paper says: of who issues it, and of the enterprise that the task is about. */
@Component
class DraftContents {

    /** From here on it is a đảng bộ (T2 of domain.md §0.4). */
    private static final int COMMITTEE_MEMBERS = 30;
    /** Up to February a month is written with its zero, so that nobody makes another one of it. */
    private static final int LAST_MONTH_WITH_ZERO = 2;
    /** Answers of steps, and the fields that they fill. */
    private static final Map<String, String> COUNTS = Map.of(
            "workerCount",
            "soLaoDong",
            "unionMembers",
            "soDoanVienCongDoan",
            "youthUnionMembers",
            "soDoanVienThanhNien",
            "fullMembers",
            "soDangVienChinhThuc",
            "probationaryMembers",
            "soDangVienDuBi",
            "willingFullMembers",
            "soDangVienDongY");

    private static final Map<String, String> TEXTS = Map.of(
            "address",
            "diaChi",
            "zone",
            "khuCongNghiep",
            "sector",
            "nganhNghe",
            "legalForm",
            "loaiHinh",
            "parentCompany",
            "congTyMe");
    /** Steps that take place on an agreed day: afterwards it is the day on which they did. */
    private static final Set<String> MEETINGS = Set.of(KnownSteps.CONDUCT_SURVEY, KnownSteps.MEET_OWNER);

    private static final Pattern RULE_VERSION = Pattern.compile("QD(\\d+)_\\d{4}");

    private final DraftSettings settings;
    private final DraftFacts facts;
    private final Enterprises enterprises;
    private final Ledger ledger;
    private final Rules rules;
    private final EngineUsers users;
    private final Units units;

    DraftContents(
            DraftSettings settings,
            DraftFacts facts,
            Enterprises enterprises,
            Ledger ledger,
            Rules rules,
            EngineUsers users,
            Units units) {
        this.settings = settings;
        this.facts = facts;
        this.enterprises = enterprises;
        this.ledger = ledger;
        this.rules = rules;
        this.users = users;
        this.units = units;
    }

    /**
     * Everything but the number.
     *
     * @param done what was recorded when the task was completed, null while it is open: what it says goes before the
     *     register, which may say something else by now
     */
    DraftValues of(DraftTemplate template, TaskCase task, Outcome done, LocalDate today, CurrentUser user) {
        DraftValues values = issuer(template, today).put("nguoiLap", facts.nameOf(user.id()));
        Enterprise enterprise = enterprises.require(task.taxCode());
        register(values, enterprise);
        planned(values, enterprise, today);
        agreed(values, task, done);
        if (done != null) {
            recorded(values, done);
        }
        values.putRows(DraftFields.CONTACTS, facts.lastContacts(task.taxCode(), user));
        return values;
    }

    /** Who issues a paper of this day, and when. */
    DraftValues issuer(DraftTemplate template, LocalDate today) {
        DraftSettings.Issuer issuer = settings.issuers().get(template.issuer());
        return new DraftValues()
                .put("capTren", issuer.above())
                .put("coQuan", issuer.name())
                .put("tenCoQuan", issuer.called())
                .put("tenCapTren", issuer.aboveCalled())
                .put("capQuyetDinh", issuer.decider())
                .put("capQuyetDinhGon", issuer.deciderShort())
                .put("diaDanh", issuer.place())
                .put("ngay", "%02d".formatted(today.getDayOfMonth()))
                .put(
                        "thang",
                        (today.getMonthValue() <= LAST_MONTH_WITH_ZERO ? "%02d" : "%d")
                                .formatted(today.getMonthValue()))
                .put("nam", today.getYear())
                .put(
                        "nhiemKy",
                        settings.termOn(today).map(DraftSettings.Term::name).orElse(null))
                .put("thayMat", issuer.onBehalf())
                .put("chucVuKy", issuer.post())
                .put("nguoiKy", issuer.signer());
    }

    private void register(DraftValues values, Enterprise enterprise) {
        Integer willing = enterprise.willingFullMembers();
        values.put("tenDoanhNghiep", enterprise.name())
                .put("maSoThue", enterprise.taxCode())
                .put("diaChi", enterprise.address())
                .put("khuCongNghiep", enterprise.zone())
                .put("nganhNghe", enterprise.sector())
                .put("loaiHinh", enterprise.legalForm())
                .put("congTyMe", enterprise.parentCompany())
                .putCount("soLaoDong", enterprise.workers())
                .putCount("soDoanVienCongDoan", enterprise.unionMembers())
                .putCount("soDoanVienThanhNien", enterprise.youthUnionMembers())
                .putCount("soDangVienChinhThuc", enterprise.fullMembers())
                .putCount("soDangVienDuBi", enterprise.probationaryMembers())
                .putCount("soDangVienDongY", willing)
                .put("hinhThucToChuc", willing != null && willing >= COMMITTEE_MEMBERS ? "Đảng bộ cơ sở" : "Chi bộ")
                .put("ngayKhaoSat", enterprise.surveyedOn())
                .put("ngayChuDoanhNghiepDongY", enterprise.ownerAgreedOn())
                .put("ngayCongDoan", enterprise.unionRecognisedOn())
                .put("ngayDoanThanhNien", enterprise.youthUnionFoundedOn())
                .put("ngayThanhLapChiBo", enterprise.cellFoundedOn())
                .put("nguoiPhuTrach", facts.nameOf(enterprise.responsibleMember()))
                .put("donViPhuTrach", unitOf(enterprise.responsibleMember()));
    }

    private void planned(DraftValues values, Enterprise enterprise, LocalDate today) {
        Optional<DraftFacts.LastCase> last = facts.lastCase(enterprise.taxCode());
        Integer year = last.map(DraftFacts.LastCase::planYear).orElse(today.getYear());
        String version = last.map(DraftFacts.LastCase::ruleVersion).orElseGet(() -> rules.versionOn(today));
        values.put("namKeHoach", year).put("canCuQuyDinh", regulation(version));
        facts.assignment(year, enterprise.taxCode())
                .ifPresent(row -> values.put("boPhanThamMuu", facts.unitName(row.unit()))
                        .putCount("chiTieuKetNap", row.admissionTarget()));
    }

    /**
     * Days and counts that were entered at earlier steps of the same process, or at the step itself when it is done.
     */
    private void agreed(DraftValues values, TaskCase task, Outcome done) {
        answer(task, done, KnownSteps.SCHEDULE_SURVEY, "surveyDate").ifPresent(day -> values.put("ngayHen", day(day)));
        answer(task, done, KnownSteps.PREPARE_MEETING, "meetingDate").ifPresent(day -> values.put("ngayHen", day(day)));
        answer(task, done, KnownSteps.HOLD_CONGRESS, "congressDate")
                .ifPresent(day -> values.put("ngayDaiHoi", day(day)));
        answer(task, done, KnownSteps.HOLD_CONGRESS, "committeeSize")
                .ifPresent(size -> values.put("soUyVienBanChapHanh", size));
        answer(task, done, KnownSteps.COLLECT_APPLICATIONS, "signedApplications")
                .ifPresent(count -> values.put("soDonGiaNhap", count));
    }

    /** Of an open task's own step there are only answers of an earlier round: a day that was agreed then is over. */
    private Optional<Object> answer(TaskCase task, Outcome done, String step, String field) {
        if (step.equals(task.step())) {
            return Optional.ofNullable(done).map(row -> row.details().get(field));
        }
        return ledger.last(task.processInstanceId(), step)
                .map(row -> row.details().get(field));
    }

    /** What was found and when, as it was sent. */
    private static void recorded(DraftValues values, Outcome done) {
        COUNTS.forEach((answer, field) -> {
            if (done.details().get(answer) instanceof Number count) {
                values.putCount(field, count.intValue());
            }
        });
        TEXTS.forEach((answer, field) -> values.put(field, done.details().get(answer)));
        if (MEETINGS.contains(done.step())) {
            values.put("ngayHen", done.occurredOn());
        }
        if (done.details().containsKey("conductedOn")) {
            values.put("ngayKhaoSat", done.occurredOn());
        }
    }

    private static LocalDate day(Object isoDate) {
        return LocalDate.parse(isoDate.toString());
    }

    private String unitOf(String userId) {
        List<String> groups = userId == null ? List.of() : users.groupsOf(userId);
        return units.units().stream()
                .filter(unit -> groups.contains(unit.id()) && !unit.has(Capability.HEADS_UNITS))
                .map(Units.Unit::name)
                .findFirst()
                .orElse(null);
    }

    /** {@code QD208_2026} is called by its number; day and title are for whoever signs to add. */
    private static String regulation(String ruleVersion) {
        Matcher version = RULE_VERSION.matcher(ruleVersion == null ? "" : ruleVersion);
        return version.matches()
                ? "Quy định số %s-QĐ/TW của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng"
                        .formatted(version.group(1))
                : null;
    }
}
