package vn.outreach.document.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.outreach.base.value.Day;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.identity.CurrentUser;

/** Gathers what the paper of a year's plan says. */
@Component
class PlanContents {

    /** The day of a paper that is not issued yet. */
    private static final String OPEN_DAY = "…";
    /** Nothing is said, and nothing is to be written by hand. */
    private static final String NOTHING = "–";

    private static final String BASIS = "Thực hiện Chỉ thị số 33-CT/TW ngày 18/3/2019 của Ban Bí thư về tăng cường"
            + " xây dựng tổ chức đảng trong các đơn vị kinh tế tư nhân";
    private static final String PURPOSE = "Vận động, thuyết phục chủ doanh nghiệp tạo điều kiện thành lập và hoạt động"
            + " của công đoàn, Đoàn Thanh niên, tổ chức đảng; phát triển đảng viên trong công nhân và chủ doanh nghiệp."
            + " Phân công cụ thể từng đồng chí và bộ phận tham mưu phụ trách từng doanh nghiệp; nơi dễ làm trước, nơi khó"
            + " làm sau; nơi có công đoàn trước; nơi đông công nhân trước.";

    private final YearPlans plans;
    private final DraftContents contents;
    private final DraftFacts facts;
    private final PaperNumbers numbers;

    PlanContents(YearPlans plans, DraftContents contents, DraftFacts facts, PaperNumbers numbers) {
        this.plans = plans;
        this.contents = contents;
        this.facts = facts;
        this.numbers = numbers;
    }

    YearPlan ofProcess(String processInstanceId) {
        return plans.of(plans.yearOf(processInstanceId)
                .orElseThrow(() -> new IllegalStateException("No plan of the process " + processInstanceId)));
    }

    /** Everything, with the plan's number; a plan that is not approved has neither number nor day. */
    DraftValues of(YearPlan plan, LocalDate today, CurrentUser user) {
        DraftTemplate template = DraftTemplate.ANNUAL_PLAN;
        DraftValues values = contents.issuer(template, plan.day(today))
                .put("nguoiLap", facts.nameOf(user.id()))
                .put("namKeHoach", plan.year())
                .put(DraftFields.NUMBER, plan.number() == null ? numbers.toBeWritten(template) : plan.number())
                .put("canCu", basis(plan))
                .put("mucDich", plan.purpose() == null ? PURPOSE : plan.purpose())
                .put("kemTheo", appendedTo(plan, today))
                .putCount("soDoanhNghiep", plan.rows().size())
                .putCount("chiTieuKhaoSat", plan.surveys())
                .putCount("chiTieuGapGo", plan.meetings())
                .putCount("chiTieuCongDoan", plan.unions())
                .putCount("chiTieuChiBo", plan.cells())
                .putCount("chiTieuKetNapNam", plan.admissions())
                .putRows(DraftFields.ASSIGNMENTS, rows(plan));
        return plan.approvedOn() == null ? values.put("ngay", OPEN_DAY).put("thang", OPEN_DAY) : values;
    }

    /** The sentence goes on behind it. */
    private static String basis(YearPlan plan) {
        return plan.basis() == null ? BASIS : plan.basis().strip().replaceFirst("[.,;\\s]+$", "");
    }

    private static String appendedTo(YearPlan plan, LocalDate today) {
        if (plan.approvedOn() == null) {
            return "Kèm theo dự thảo Kế hoạch năm %d".formatted(plan.year());
        }
        String number = plan.number() == null ? "" : " số " + plan.number() + ",";
        String amended = plan.amendments() == 0
                ? ""
                : "; cập nhật đến ngày %s sau %s lần điều chỉnh"
                        .formatted(Day.shown(today), WholeNumber.shown(plan.amendments()));
        return "Kèm theo Kế hoạch" + number + " ngày " + Day.shown(plan.approvedOn()) + amended;
    }

    private static List<DraftValues> rows(YearPlan plan) {
        List<DraftValues> rows = new ArrayList<>();
        for (YearPlan.Row row : plan.rows()) {
            rows.add(row(row).put("stt", rows.size() + 1));
        }
        return rows;
    }

    private static DraftValues row(YearPlan.Row row) {
        String rank = row.rank() == null ? NOTHING : "Hạng %s".formatted(row.rank());
        return new DraftValues()
                .put("tenDoanhNghiep", row.name())
                .put("maSoThue", row.taxCode())
                .put("khuCongNghiep", row.zone())
                .putCount("soLaoDong", row.workers())
                .put("hang", row.rank())
                .put("lyDoHang", row.rankReason() == null ? rank : row.rankReason())
                .put("noiDungGiao", promised(row))
                .put("chiTieuKetNap", row.admissions())
                .put("sanPham", orNothing(row.product()))
                .put("nguoiPhuTrach", row.member())
                .put("boPhanThamMuu", row.unit())
                .put("donViPhoiHop", orNothing(row.partners()))
                .put("batDau", row.startOn() == null ? NOTHING : row.startOn())
                .put("hoanThanh", row.dueOn())
                .put("ghiChu", row.note());
    }

    private static String promised(YearPlan.Row row) {
        Integer admissions = row.admissions();
        String people = admissions == null || admissions == 0
                ? null
                : "Kết nạp %s người".formatted(WholeNumber.shown(admissions));
        return orNothing(Stream.of(row.measures() == null ? "" : row.measures(), people == null ? "" : people)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ")));
    }

    private static String orNothing(String text) {
        return text == null || text.isBlank() ? NOTHING : text;
    }
}
