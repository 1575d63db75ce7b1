package vn.outreach.register.contact;

import org.springframework.stereotype.Component;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.PersonalData;

/**
 * The log is the office's own: what officers note about an enterprise is for those who work with it, and for those who
 * lead them. Unions, cells, other systems and administrators are not among them; a head reads with his unit, not by
 * being a head.
 */
@Component
public class ContactRights {

    private final PersonalData personalData;

    ContactRights(PersonalData personalData) {
        this.personalData = personalData;
    }

    /** What a form may offer: to add a row, to correct one's own, to correct those of others. */
    public record Allowed(boolean write, boolean correctOthers) {}

    Allowed allowed(CurrentUser user) {
        boolean write = personalData.worksWithOwners(user);
        return new Allowed(write, write && user.can(Capability.CORRECTS_RECORDS));
    }

    boolean mayRead(CurrentUser user) {
        return personalData.mayRead(user);
    }

    void mustRead(CurrentUser user) {
        if (!mayRead(user)) {
            throw Refusal.forbidden(
                    "wrong-person", "Nhật ký liên hệ chỉ dùng trong nội bộ cơ quan; đồng chí không có quyền xem.");
        }
    }

    void mustWrite(CurrentUser user) {
        mustRead(user);
        if (!personalData.worksWithOwners(user)) {
            throw Refusal.forbidden(
                    "wrong-person",
                    "Chỉ cán bộ chuyên trách, các ban và ban chỉ đạo làm việc với doanh nghiệp được ghi nhật ký liên hệ.");
        }
    }

    /** As in the ledger: whoever recorded it or had the contact, the organisation board, or a head. */
    void mustCorrect(CurrentUser user, Contact contact) {
        mustWrite(user);
        if (!user.id().equals(contact.madeBy()) && !user.id().equals(contact.recordedBy())) {
            user.must(
                    Capability.CORRECTS_RECORDS,
                    "Chỉ người đã ghi, ban tổ chức hoặc trưởng đơn vị được sửa hoặc rút dòng này.");
        }
    }
}
