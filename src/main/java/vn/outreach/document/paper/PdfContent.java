package vn.outreach.document.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.outreach.base.refusal.Refusal;

/**
 * What a PDF must not bring: programs, other files, and anything it does by itself when it is opened but to show a
 * page. Every name in the file is looked at, wherever it stands: readers find objects by addresses, which may point
 * anywhere. Objects that are packed together are unpacked; what cannot be looked into is not taken.
 */
final class PdfContent {

    private static final String BEGIN = "%PDF-";
    private static final String END = "%%EOF";
    /** How far from the beginning and the end readers look for the two. */
    private static final int MARGIN = 1024;
    /** What begins so is a program or a page, whatever follows. */
    private static final Pattern OTHER = Pattern.compile(
            "(?s)(?:\u00ef\u00bb\u00bf)?\\s*(?:MZ|\\x7fELF|#!|GIF8|RIFF|<|\\xff\\xd8|\\x89PNG|\\xd0\\xcf).*");

    private static final String SCRIPT =
            "PDF có chương trình bên trong (JavaScript, lệnh mở chương trình) không được nhận;"
                    + " hãy in lại thành PDF thường.";
    private static final String ATTACHED = "PDF có tệp hoặc nội dung khác đính kèm bên trong không được nhận;"
            + " hãy in lại thành PDF không có đính kèm.";
    private static final String OPENING =
            "PDF tự làm việc khác ngoài mở một trang khi được mở ra không được nhận;" + " hãy in lại thành PDF thường.";
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("JavaScript", SCRIPT),
            Map.entry("Launch", SCRIPT),
            Map.entry("SubmitForm", SCRIPT),
            Map.entry("ImportData", SCRIPT),
            Map.entry("Rendition", SCRIPT),
            Map.entry("EmbeddedFile", ATTACHED),
            Map.entry("EmbeddedFiles", ATTACHED),
            Map.entry("FileAttachment", ATTACHED),
            Map.entry("RichMedia", ATTACHED),
            Map.entry("GoToE", ATTACHED));
    /** Short names, which chance writes into packed data: they count where what belongs to them follows. */
    private static final Map<String, Pattern> REFUSED_BEFORE = Map.of(
            "JS", Pattern.compile("(?s)\\s*(?:\\(|<|\\d+\\s+\\d+\\s+R).*"),
            "XFA", Pattern.compile("(?s)\\s*(?:\\[|\\d+\\s+\\d+\\s+R).*"),
            "AA", Pattern.compile("(?s)\\s*(?:<<|\\d+\\s+\\d+\\s+R).*"));

    private static final int LONGEST_NAME = 64;
    /** Of all packed objects together, which are kept in memory. */
    private static final long MOST_UNPACKED = 32L * 1024 * 1024;

    private static final int LONGEST_ACTION = 4096;

    private final PdfBytes file;
    private final List<PdfObjects> packed = new ArrayList<>();
    private final List<String> opened = new ArrayList<>();
    private boolean encrypted;

    private PdfContent(PdfBytes file) {
        this.file = file;
    }

    /**
     * Whether a file that begins like this is a PDF: behind a byte order mark, line breaks or lines for a printer too.
     */
    static boolean isOne(byte[] head) {
        String text = new String(head, 0, Math.min(head.length, MARGIN), StandardCharsets.ISO_8859_1);
        return text.contains(BEGIN)
                && (text.startsWith(BEGIN) || !OTHER.matcher(text).matches());
    }

    /** @throws Refusal {@code paper-kind} for a part of a PDF, {@code paper-active} for one that does something */
    static void refuseActive(Path file) {
        try (PdfBytes bytes = PdfBytes.of(file)) {
            if (!bytes.text(Math.max(0, bytes.size() - MARGIN), MARGIN).contains(END)) {
                throw Content.refused(
                        "Tệp PDF không trọn vẹn (thiếu phần cuối); hãy tải lại hoặc xuất lại tệp rồi gửi.");
            }
            new PdfContent(bytes).look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look() throws IOException {
        names(file, true);
        if (encrypted && !packed.isEmpty()) {
            throw unseen();
        }
        for (PdfObjects objects : packed) {
            names(objects.bytes(), false);
        }
        PdfOpenAction action = new PdfOpenAction(file, packed);
        for (String written : opened) {
            action.mustBeAPage(written);
        }
    }

    private void names(PdfBytes bytes, boolean unpack) throws IOException {
        for (long at = bytes.next('/', 0); at >= 0; at = bytes.next('/', at + 1)) {
            PdfName name = PdfName.at(bytes, at, LONGEST_NAME);
            refuse(name, bytes);
            switch (name.text()) {
                case "Encrypt" -> encrypted = true;
                case "OpenAction" -> opened.add(bytes.text(name.end(), LONGEST_ACTION));
                case "ObjStm", "First" -> {
                    if (unpack && (packed.isEmpty() || at > packed.get(packed.size() - 1).stream())) {
                        unpack(at);
                    }
                }
                default -> {}
            }
        }
    }

    private void unpack(long at) throws IOException {
        long already =
                packed.stream().mapToLong(objects -> objects.bytes().size()).sum();
        PdfObjects objects = PdfObjects.around(file, at, MOST_UNPACKED - already);
        if (objects != null) {
            packed.add(objects);
        }
    }

    private static void refuse(PdfName name, PdfBytes bytes) throws IOException {
        String sentence = REFUSED.get(name.text());
        if (sentence != null) {
            throw active(sentence);
        }
        Pattern before = REFUSED_BEFORE.get(name.text());
        if (before != null
                && before.matcher(bytes.text(name.end(), LONGEST_NAME)).matches()) {
            throw active(name.text().equals("AA") ? OPENING : SCRIPT);
        }
    }

    static Refusal unseen() {
        return active(
                "PDF được mã hóa hoặc đóng gói theo cách không kiểm tra được nên không được nhận; hãy in lại thành PDF thường.");
    }

    static Refusal opens() {
        return active(OPENING);
    }

    private static Refusal active(String sentence) {
        return Refusal.invalid("paper-active", null, sentence);
    }
}
