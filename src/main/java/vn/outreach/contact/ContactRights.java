package vn.outreach.contact;

import org.springframework.stereotype.Component;
import vn.outreach.people.CurrentUser;
import vn.outreach.people.Systems;
import vn.outreach.refusal.Refusal;

/**
 * The log is the office's own: what officers note about an enterprise is for those who work with it, and for those who lead
 * them. Unions, cells, other systems and administrators are not among them; a head reads with his unit, not by being a head.
 */
@Component
class ContactRights {

    /** Units whose members talk with enterprises: by units.yml they work on the survey or on the talks with the owner. */
    private static final String[] WRITERS = {
        "outreachOfficers", "organisationBoard", "propagandaBoard", "massMobilisationBoard", "steeringBoard"
    };
    /** Who decides about enterprises, or keeps the office's papers. */
    private static final String[] READERS = {"committeeOffice", "standingCommittee"};

    private static final String[] CORRECTORS = {"organisationBoard", "heads"};

    private final Systems systems;

    ContactRights(Systems systems) {
        this.systems = systems;
    }

    /** What a form may offer: to add a row, to correct one's own, to correct those of others. */
    record Allowed(boolean write, boolean correctOthers) {
    }

    Allowed allowed(CurrentUser user) {
        boolean write = mayRead(user) && user.in(WRITERS);
        return new Allowed(write, write && user.in(CORRECTORS));
    }

    boolean mayRead(CurrentUser user) {
        return !systems.isOne(user) && (user.in(WRITERS) || user.in(READERS));
    }

    void mustRead(CurrentUser user) {
        if (!mayRead(user)) {
            throw Refusal.forbidden("wrong-person", "Nhật ký liên hệ chỉ dùng trong nội bộ cơ quan; bạn không có quyền xem.");
        }
    }

    void mustWrite(CurrentUser user) {
        mustRead(user);
        user.mustBeIn("Chỉ cán bộ chuyên trách, các ban và ban chỉ đạo làm việc với doanh nghiệp được ghi nhật ký liên hệ.",
                WRITERS);
    }

    /** As in the ledger: whoever recorded it or had the contact, the organisation board, or a head. */
    void mustCorrect(CurrentUser user, Contact contact) {
        mustWrite(user);
        if (!user.id().equals(contact.madeBy()) && !user.id().equals(contact.recordedBy())) {
            user.mustBeIn("Chỉ người đã ghi, ban tổ chức hoặc trưởng đơn vị được sửa hoặc rút dòng này.", CORRECTORS);
        }
    }
}
