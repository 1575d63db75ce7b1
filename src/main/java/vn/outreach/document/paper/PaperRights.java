package vn.outreach.document.paper;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.Units.Unit;

/**
 * Who reads and who adds papers, by what {@code units.yml} says of the processes: whoever works on or reads the process
 * of a paper's step reads the paper, whoever works on it adds papers to it. A paper of no step is the umbrella case's.
 */
@Component
class PaperRights {

    private static final String CASE = ProcessKeys.ENTERPRISE_OUTREACH;
    /** Admissions are not among them: their papers are rows without content. */
    private static final Set<String> OF_ENTERPRISES = Set.of(
            CASE,
            ProcessKeys.SURVEY,
            ProcessKeys.OWNER_PERSUASION,
            ProcessKeys.UNION_FOUNDING,
            ProcessKeys.YOUTH_UNION_FOUNDING,
            ProcessKeys.PARTY_CELL_FOUNDING,
            ProcessKeys.CELL_RESTORATION);

    void mustReadCase(CurrentUser user) {
        if (!mayRead(user, CASE)) {
            throw Refusal.forbidden("wrong-person", "Đồng chí không thuộc đơn vị được xem giấy tờ của doanh nghiệp.");
        }
    }

    /** Administrators read cases, so their papers too. */
    boolean mayRead(CurrentUser user, String phase) {
        String process = phase == null ? CASE : phase;
        return user.isAdministrator()
                || has(user, process, Unit::worksOn)
                || has(user, process, Unit::reads)
                || has(user, process, Unit::messages);
    }

    boolean mayAdd(CurrentUser user, String phase) {
        return phase == null
                ? OF_ENTERPRISES.stream().anyMatch(process -> adds(user, process))
                : OF_ENTERPRISES.contains(phase) && adds(user, phase);
    }

    void mustAdd(CurrentUser user, String phase) {
        if (!mayAdd(user, phase)) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ đơn vị làm việc với doanh nghiệp ở bước này hoặc hệ thống liên thông được thêm, sửa giấy tờ.");
        }
    }

    private static boolean adds(CurrentUser user, String process) {
        return has(user, process, Unit::worksOn) || has(user, process, Unit::messages);
    }

    private static boolean has(CurrentUser user, String process, Function<Unit, List<String>> right) {
        return user.units().stream().anyMatch(unit -> right.apply(unit).contains(process));
    }
}
