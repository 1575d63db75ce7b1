package vn.outreach.base.ooxml;

/** Why an Office file is not taken. The message is the Vietnamese sentence for whoever sent it. */
public final class OfficeFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** The kinds of faults; {@link #code} is stable for machines, without the word for what the file was to be. */
    public enum Kind {
        NO_OFFICE_FILE("kind", "Tệp nén (zip) không được nhận; chỉ nhận Word (.docx) và Excel (.xlsx) thật."),
        BROKEN("kind", "Tệp Word hoặc Excel bị hỏng, không mở được."),
        BOMB("bomb", "Tệp nở ra quá lớn khi mở nên không được nhận."),
        MACROS(
                "macros",
                "Tệp có macro (chương trình bên trong) không được nhận; hãy lưu lại thành .docx hoặc .xlsx không có macro."),
        EMBEDDED(
                "embedded",
                "Tệp có đối tượng hoặc tệp khác nhúng bên trong (OLE, ActiveX, bảng tính) không được nhận;"
                        + " hãy xóa đối tượng đó hoặc lưu tệp thành PDF."),
        CHUNK(
                "embedded",
                "Tệp chèn nguyên một tài liệu hay trang web khác không được nhận;"
                        + " hãy chép nội dung vào tệp rồi lưu lại."),
        REMOTE(
                "remote",
                "Tệp lấy hình hoặc nội dung từ địa chỉ khác khi mở ra không được nhận; hãy nhúng hẳn vào tệp rồi lưu lại."),
        REMOTE_TEMPLATE("remote", "Tệp gắn với mẫu gốc ở địa chỉ khác không được nhận; hãy bỏ mẫu gốc rồi lưu lại."),
        MAIL_MERGE(
                "merge",
                "Tệp gắn với nguồn dữ liệu trộn thư (mail merge) không được nhận;"
                        + " hãy chuyển về văn bản Word thường rồi lưu lại."),
        FIELD(
                "fields",
                "Tệp có trường của Word không được nhận: %s. Hãy chọn trường đó, bấm Ctrl+Shift+F9 để biến thành chữ,"
                        + " rồi lưu lại."),
        LINKS(
                "links",
                "Bảng tính có liên kết tới tệp, chương trình hoặc nguồn dữ liệu khác (DDE, liên kết ngoài) không được nhận;"
                        + " hãy ngắt liên kết rồi lưu lại."),
        FORMULA(
                "links",
                "Bảng tính có công thức lấy dữ liệu từ nơi khác không được nhận: %s."
                        + " Hãy đổi công thức thành giá trị rồi lưu lại.");

        private final String code;
        private final String sentence;

        Kind(String code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }
    }

    private final Kind kind;

    OfficeFault(Kind kind) {
        this(kind, "");
    }

    /** @param found what stands for {@code %s} in the sentence: a part of the file, shown shortened */
    OfficeFault(Kind kind, String found) {
        // No stack trace: it is an answer, and whoever sends files can cause as many as they like.
        super(kind.sentence.formatted(shown(found)), null, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return kind.code;
    }

    private static String shown(String found) {
        String plain = found.replaceAll("[\\p{C}\\s]+", " ").strip();
        return plain.codePointCount(0, plain.length()) <= 40
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 40)) + "…";
    }
}
