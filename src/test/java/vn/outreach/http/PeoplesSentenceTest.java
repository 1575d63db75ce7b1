package vn.outreach.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeoplesSentenceTest {

    private static final String OURS = "Ngày khảo sát không được ở tương lai: 01/01/2030.";

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "Cannot submit task form 5a1c-11: ",
        "Cannot complete task 5a1c-11: Cannot submit task form 5a1c-11: ",
        "Cannot instantiate process definition enterpriseOutreach:1:5a1c: "
    })
    void whatTheHouseSaysIsReadAlone(String before) {
        assertThat(PeoplesSentence.of(400, before + OURS)).isEqualTo(OURS);
    }

    @Test
    void theEnginesReasonBehindOurSentenceIsLeftOut() {
        assertThat(PeoplesSentence.of(404, "Không tìm thấy dữ liệu ứng với mã đã gửi (Cannot find task with id 5a1c)."))
                .isEqualTo("Không tìm thấy dữ liệu ứng với mã đã gửi.");
    }

    @Test
    void theHousesOwnBracketsStay() {
        assertThat(PeoplesSentence.of(400, "Không tìm thấy doanh nghiệp (3500101146).")).isEqualTo("Không tìm thấy doanh nghiệp (3500101146).");
    }

    @Test
    void theFieldsNameIsForPrograms() {
        String behind = "Cannot submit task form 5a1c: Tài liệu “X” không có trong danh mục. (materials)";
        assertThat(PeoplesSentence.of(400, behind)).isEqualTo("Tài liệu “X” không có trong danh mục.");
        assertThat(PeoplesSentence.field(behind)).isEqualTo("materials");
        String within = "Số đoàn viên công đoàn (unionMembers) là 90, nhiều hơn số lao động 80.";
        assertThat(PeoplesSentence.of(400, within)).isEqualTo("Số đoàn viên công đoàn là 90, nhiều hơn số lao động 80.");
        assertThat(PeoplesSentence.field(within)).isEqualTo("unionMembers");
        assertThat(PeoplesSentence.field("Không tìm thấy doanh nghiệp (3500101146).")).isNull();
    }

    @Test
    void theEnginesOwnWordsBecomeASentenceOfTheirStatus_alsoWithAVietnameseNameInThem() {
        assertThat(PeoplesSentence.of(400, "Cannot set priority of x: null")).isEqualTo("Yêu cầu không hợp lệ.");
        assertThat(PeoplesSentence.of(403, "The group Ban Dân vận is not yours")).isEqualTo("Bạn không có quyền thực hiện việc này.");
    }

    @Test
    void whatPeopleMeetAtAccountsIsSaidByName() {
        assertThat(PeoplesSentence.of(400, "The given authenticated user password is not valid.")).isEqualTo("Mật khẩu hiện tại không đúng.");
        assertThat(PeoplesSentence.of(400, "The user already exists")).isEqualTo("Đã có mục mang ID này; hãy chọn ID khác.");
    }
}
