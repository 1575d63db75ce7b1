package vn.outreach.register.contact;

import java.util.Arrays;
import java.util.List;

/**
 * How ready the owner's side of an enterprise was at one contact, from 1 to 5. The words stand here and nowhere else:
 * what refuses a wrong number, the form and the plot all read them. Other systems of this kind count the other way
 * round, so the direction is said wherever the scale is shown.
 */
enum OwnerReadiness {
    OPPOSED(
            "Phản đối",
            "Từ chối làm việc, hoặc nói rõ là không đồng ý lập tổ chức đảng, đoàn thể.",
            "Opposed",
            "Refuses to talk, or says plainly that it wants no Party body and no union."),
    HESITANT(
            "E ngại",
            "Có tiếp nhưng né tránh, trì hoãn; lo ảnh hưởng đến sản xuất, kinh doanh.",
            "Hesitant",
            "Receives us but puts it off; fears for production and business."),
    LISTENING(
            "Lắng nghe",
            "Chịu nghe, hỏi thêm; chưa tỏ ý đồng tình hay phản đối.",
            "Listening",
            "Listens and asks; shows neither consent nor objection yet."),
    CONSENTING(
            "Đồng tình",
            "Nói đồng ý về chủ trương; chưa bố trí thời gian, địa điểm, đầu mối.",
            "Consenting",
            "Agrees in principle; has set no time, place or counterpart yet."),
    COOPERATING(
            "Chủ động phối hợp",
            "Tự đề xuất, hoặc đã bố trí thời gian, địa điểm, đầu mối để cùng làm.",
            "Cooperating",
            "Proposes steps itself, or has set time, place and counterpart.");

    static final int LOWEST = 1;
    static final int HIGHEST = values().length;

    private static final Words DIRECTION = new Words(
            "1 là thấp nhất (phản đối), 5 là cao nhất (chủ động phối hợp): số càng lớn thì càng thuận lợi.",
            "1 is the lowest (opposed), 5 the highest (cooperating): the higher, the better.");
    private static final Words SUBJECT = new Words(
            "Mức này nói về phía chủ doanh nghiệp nói chung ở lần liên hệ đó; không đánh giá một người cụ thể nào và không"
                    + " dùng để xếp loại cán bộ.",
            "It tells of the owner's side as a whole at that contact; it rates no person, and no officer by it.");

    private final Words name;
    private final Words meaning;

    OwnerReadiness(String name, String meaning, String englishName, String englishMeaning) {
        this.name = new Words(name, englishName);
        this.meaning = new Words(meaning, englishMeaning);
    }

    /** A text in both languages of the pages. */
    record Words(String vi, String en) {}

    record Level(int level, Words name, Words meaning) {}

    /** The scale as it is shown: which end is good, whom it tells of, and what each step means. */
    record Scale(Words direction, Words subject, List<Level> levels) {}

    static Scale scale() {
        return new Scale(
                DIRECTION,
                SUBJECT,
                Arrays.stream(values())
                        .map(step -> new Level(step.ordinal() + LOWEST, step.name, step.meaning))
                        .toList());
    }
}
