package vn.outreach.enterprise;

import java.util.Locale;

/**
 * What the register keeps of an enterprise and a person or a step may write: the constant is the column's name, the JSON
 * name its camel case. The kind says what is accepted, the limit how long or how much.
 */
public enum EnterpriseField {
    NAME("Tên doanh nghiệp", Kind.TEXT, 255),
    LEGAL_FORM("Loại hình pháp lý", Kind.TEXT, 100),
    OWNERSHIP("Hình thức sở hữu", Ownership.class),
    OWNER_LANGUAGE("Ngôn ngữ của chủ doanh nghiệp", Kind.LANGUAGE, 2),
    PARENT_COMPANY("Công ty mẹ", Kind.TEXT, 255),
    ZONE("Khu, cụm công nghiệp", Kind.TEXT, 100),
    ADDRESS("Địa chỉ", Kind.TEXT, 255),
    SECTOR("Ngành nghề", Kind.TEXT, 100),
    WORKERS("Số lao động", Kind.COUNT, 10_000_000),
    ACCESSIBILITY("Mức độ tiếp cận", Accessibility.class),
    OWNER_ATTITUDE("Thái độ của chủ doanh nghiệp", OwnerAttitude.class),
    LEGAL_PERSON("Có tư cách pháp nhân", Kind.FLAG, 0),
    SURVEYED_ON("Ngày khảo sát", Kind.DATE, 0),
    UNION_RECOGNISED_ON("Ngày công nhận công đoàn cơ sở", Kind.DATE, 0),
    UNION_MEMBERS("Số đoàn viên công đoàn", Kind.COUNT, 10_000_000),
    YOUTH_UNION_MEMBERS("Số đoàn viên thanh niên", Kind.COUNT, 10_000_000),
    YOUTH_BRANCHES("Số chi đoàn", Kind.COUNT, 10_000),
    YOUTH_UNION_FOUNDED_ON("Ngày thành lập tổ chức đoàn", Kind.DATE, 0),
    FULL_MEMBERS("Số đảng viên chính thức", Kind.COUNT, 10_000_000),
    PROBATIONARY_MEMBERS("Số đảng viên dự bị", Kind.COUNT, 10_000_000),
    WILLING_FULL_MEMBERS("Số đảng viên chính thức đồng ý chuyển sinh hoạt", Kind.COUNT, 10_000_000),
    OWNER_AGREED_ON("Ngày chủ doanh nghiệp đồng ý", Kind.DATE, 0),
    CELL_FOUNDED_ON("Ngày công bố chi bộ", Kind.DATE, 0),
    CLOSED_ON("Ngày ngừng hoạt động", Kind.DATE, 0),
    CLOSED_REASON("Lý do ngừng hoạt động", Kind.TEXT, 1000),
    PRIORITY("Thứ tự ưu tiên", Kind.COUNT, 9),
    PRIORITY_REASON("Căn cứ ưu tiên", Kind.TEXT, 255),
    RESPONSIBLE_MEMBER("Người phụ trách", Kind.MEMBER, 64);

    enum Kind { TEXT, COUNT, DATE, FLAG, CHOICE, LANGUAGE, MEMBER }

    private final String label;
    private final Kind kind;
    private final int limit;
    private final Class<? extends Enum<?>> choices;

    EnterpriseField(String label, Kind kind, int limit) {
        this.label = label;
        this.kind = kind;
        this.limit = limit;
        this.choices = null;
    }

    EnterpriseField(String label, Class<? extends Enum<?>> choices) {
        this.label = label;
        this.kind = Kind.CHOICE;
        this.limit = 0;
        this.choices = choices;
    }

    public String label() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    int limit() {
        return limit;
    }

    Class<? extends Enum<?>> choices() {
        return choices;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name in JSON, in forms and in messages. */
    public String json() {
        StringBuilder json = new StringBuilder();
        for (String word : column().split("_")) {
            json.append(json.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return json.toString();
    }
}
