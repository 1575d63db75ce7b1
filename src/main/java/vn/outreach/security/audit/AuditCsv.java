package vn.outreach.security.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.outreach.OutreachApplication;
import vn.outreach.base.text.SheetText;

/** Writes rows of the audit as CSV that office programs open by a double click, and that runs nothing in them. */
final class AuditCsv {

    private static final ZoneId ZONE = OutreachApplication.ZONE.toZoneId();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<String> HEADINGS = List.of(
            "Số",
            "Thời điểm",
            "Người thực hiện",
            "Từ địa chỉ",
            "Việc",
            "Loại",
            "Đối tượng",
            "Nội dung",
            "Giá trị cũ",
            "Giá trị mới",
            "Mã băm");

    private final Writer out;

    AuditCsv(Writer out) {
        this.out = out;
    }

    void headings() {
        write(BYTE_ORDER_MARK + line(HEADINGS.stream()));
    }

    void row(AuditRow row) {
        write(line(Stream.of(
                Long.toString(row.id()),
                row.recordedAt().atZone(ZONE).toOffsetDateTime().toString(),
                row.userId(),
                row.sourceAddress(),
                row.action(),
                row.subjectType(),
                row.subject(),
                row.property(),
                row.oldValue(),
                row.newValue(),
                row.hash())));
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException gone) {
            throw new UncheckedIOException("Whoever asked for the audit no longer listens", gone);
        }
    }

    private static String line(Stream<String> fields) {
        return fields.map(AuditCsv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        return text == null ? "" : '"' + SheetText.harmless(text).replace("\"", "\"\"") + '"';
    }
}
