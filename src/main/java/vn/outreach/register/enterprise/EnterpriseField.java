package vn.outreach.register.enterprise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.Choice;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.ValueType;

/**
 * What the register keeps of an enterprise and a person or a step may write: the constant is the column's name, the
 * JSON name its camel case, under which {@link KnownFields} has its type and limits. The register's own choices are
 * enums.
 */
public enum EnterpriseField {
    NAME("Tên doanh nghiệp"),
    LEGAL_FORM("Loại hình pháp lý"),
    OWNERSHIP("Hình thức sở hữu", Ownership.class),
    OWNER_LANGUAGE("Ngôn ngữ của chủ doanh nghiệp"),
    PARENT_COMPANY("Công ty mẹ"),
    ZONE("Khu, cụm công nghiệp"),
    ADDRESS("Địa chỉ"),
    SECTOR("Ngành nghề"),
    WORKERS("Số lao động"),
    ACCESSIBILITY("Mức độ tiếp cận", Accessibility.class),
    OWNER_ATTITUDE("Thái độ của chủ doanh nghiệp", OwnerAttitude.class),
    LEGAL_PERSON("Có tư cách pháp nhân"),
    SURVEYED_ON("Ngày khảo sát"),
    UNION_RECOGNISED_ON("Ngày công nhận công đoàn cơ sở"),
    UNION_MEMBERS("Số đoàn viên công đoàn"),
    YOUTH_UNION_MEMBERS("Số đoàn viên thanh niên"),
    YOUTH_BRANCHES("Số chi đoàn"),
    YOUTH_UNION_FOUNDED_ON("Ngày thành lập tổ chức đoàn"),
    FULL_MEMBERS("Số đảng viên chính thức"),
    PROBATIONARY_MEMBERS("Số đảng viên dự bị"),
    WILLING_FULL_MEMBERS("Số đảng viên chính thức đồng ý chuyển sinh hoạt"),
    OWNER_AGREED_ON("Ngày chủ doanh nghiệp đồng ý"),
    CELL_FOUNDED_ON("Ngày công bố chi bộ"),
    CLOSED_ON("Ngày ngừng hoạt động"),
    CLOSED_REASON("Lý do ngừng hoạt động"),
    PRIORITY("Thứ tự ưu tiên"),
    PRIORITY_REASON("Căn cứ ưu tiên"),
    RESPONSIBLE_MEMBER("Người phụ trách");

    private final String label;
    private final ValueType<?> type;

    EnterpriseField(String label) {
        this.label = label;
        this.type = KnownFields.type(json(), ValueType.class);
    }

    EnterpriseField(String label, Class<? extends Enum<?>> choices) {
        this.label = label;
        this.type = Choice.of(choices);
    }

    public String label() {
        return label;
    }

    /** What was sent for it, under the name by which it was sent; null where nothing was. */
    public @Nullable Object read(FieldName name, @Nullable Object sent) {
        return type.read(name, sent);
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
