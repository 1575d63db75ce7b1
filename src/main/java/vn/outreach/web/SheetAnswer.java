package vn.outreach.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that is a workbook of Excel. */
public final class SheetAnswer {

    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private SheetAnswer() {}

    /** What writes a workbook. */
    @FunctionalInterface
    public interface Writing {

        void to(OutputStream out) throws IOException;
    }

    public static ResponseEntity<byte[]> of(String fileName, Writing writing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            writing.to(file);
        } catch (IOException inMemory) {
            throw new UncheckedIOException("A sheet in memory cannot be written", inMemory);
        }
        return ResponseEntity.ok()
                .contentType(EXCEL)
                .header(HttpHeaders.CONTENT_DISPOSITION, FileAnswer.attachment(fileName))
                .body(file.toByteArray());
    }
}
