package vn.outreach.document.paper;

import java.util.Locale;

/** What a content may be, told by its bytes; browsers show the first three, and are given the others to keep. */
enum PaperKind {
    PDF("application/pdf", ".pdf", true),
    JPEG("image/jpeg", ".jpg", true),
    PNG("image/png", ".png", true),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", false),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", false);

    private final String mediaType;
    private final String extension;
    private final boolean shown;

    PaperKind(String mediaType, String extension, boolean shown) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.shown = shown;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a file of this media type is shown rather than kept. */
    static boolean isShown(String mediaType) {
        for (PaperKind kind : values()) {
            if (kind.mediaType.equals(mediaType)) {
                return kind.shown;
            }
        }
        return false;
    }

    /** The name with the ending that its content has, whatever the sender called it. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = lower.endsWith(extension) || this == JPEG && lower.endsWith(".jpeg");
        return fits ? name : name + extension;
    }
}
