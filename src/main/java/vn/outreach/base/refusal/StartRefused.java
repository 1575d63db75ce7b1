package vn.outreach.base.refusal;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** The application does not start, for each of these reasons; the process ends with an exit code of its own. */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {

    /** "Configuration error" by the custom of Unix: a service manager need not try again. */
    public static final int EXIT_CODE = 78;

    private static final long serialVersionUID = 1L;

    private final List<String> sentences;

    /** @param sentences what is wrong and what to do, in Vietnamese, for whoever administers the machine */
    public StartRefused(List<String> sentences) {
        super(String.join(" ", sentences));
        this.sentences = List.copyOf(sentences);
    }

    public List<String> sentences() {
        return sentences;
    }

    @Override
    public int getExitCode() {
        return EXIT_CODE;
    }
}
