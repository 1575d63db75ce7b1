package vn.outreach.base.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseOrderTest {

    private static final List<String> IN_ORDER = List.of(
            "7 Sao", "An", "An Bình", "Anh", "Ăn", "Âu", "Bà Rịa", "Cái Mép", "Châu Đức", "Da", "Dung", "Đá Bạc", "Đất Đỏ", "Đông Xuyên",
            "E", "Ê", "Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Mai", "Mỹ Xuân A", "Mỹ Xuân B1", "O", "Ô", "Ơ", "Phú Mỹ I", "Phú Mỹ II", "U", "Ư", "Xa");

    @Test
    void namesStandAsInADictionary() {
        List<String> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(7));
        shuffled.sort(VietnameseOrder.BY_NAME);
        assertThat(shuffled).isEqualTo(IN_ORDER);
    }

    @Test
    void peopleStandByTheirGivenName() {
        assertThat(List.of("Trần Văn Bình", "Lê Đức", "Nguyễn Thị Hạnh", "An", "Bùi Văn Bình", "Lê Thị Ánh").stream().sorted(VietnameseOrder.OF_PEOPLE))
                .containsExactly("An", "Lê Thị Ánh", "Bùi Văn Bình", "Trần Văn Bình", "Lê Đức", "Nguyễn Thị Hạnh");
    }

    @Test
    void theKeyIsTheSameOrder() {
        assertThat(IN_ORDER.stream().map(VietnameseOrder::key).toList()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void howANameIsWrittenDoesNotMoveIt() {
        assertThat(VietnameseOrder.key("hoà bình")).isEqualTo(VietnameseOrder.key("Hòa–Bình")).isEqualTo(VietnameseOrder.key("\u200bHo\u0300a\u00a0Bình "));
        assertThat(VietnameseOrder.key("\u0110ông")).isEqualTo(VietnameseOrder.key("\u00d0ông"));
        assertThat(VietnameseOrder.BY_NAME.compare("an", "An")).isNotZero();
    }
}
