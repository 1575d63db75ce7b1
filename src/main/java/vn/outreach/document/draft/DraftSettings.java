package vn.outreach.document.draft;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What drafts are made of that is the office's own.
 *
 * @param directory the office's own templates; a file of a template's name wins over the built-in one
 * @param terms terms of the committee, the coming one too: numbers of Party papers begin anew with each
 * @param layouts how Party papers look, each from its first day on
 * @param issuers names and signs of those who issue papers
 * @param steps the drafts that are offered at a step, by the templates' names
 */
@ConfigurationProperties("outreach.drafts")
record DraftSettings(
        Path directory,
        @DefaultValue List<Term> terms,
        @DefaultValue List<Layout> layouts,
        Map<DraftIssuer, Issuer> issuers,
        @DefaultValue Map<String, List<String>> steps) {

    record Term(String name, LocalDate since) {}

    /**
     * Sizes of letters, in points, where the guides of the Central Office differ by the day of the paper (domain.md
     * §6.3).
     *
     * @param name the guide
     * @param title ĐẢNG CỘNG SẢN VIỆT NAM
     * @param place place and day
     * @param issuer the body above and the issuing body
     */
    record Layout(String name, LocalDate since, int title, int place, int issuer) {

        /** In twips, of the cell that the title stands in, and of the title for each point of its size. */
        private static final int TITLE_CELL = 5046;

        private static final int TITLE_PER_POINT = 276;

        /** By the styles that templates of Party papers have. */
        Map<String, Integer> sizes() {
            return Map.of("TieuDeDang", title, "DiaDanhNgay", place, "CoQuan", issuer);
        }

        /** How far the line below the title keeps from both sides, in twips: it is as long as the title. */
        int lineIndent() {
            return (TITLE_CELL - TITLE_PER_POINT * title) / 2;
        }
    }

    /**
     * @param above the body above, as it stands at the top left; a line break is kept
     * @param name the issuing body in capitals
     * @param called the same within a sentence
     * @param aboveCalled the body above within a sentence
     * @param decider who decides on what the issuer requests
     * @param deciderShort to what a founded organisation belongs
     * @param sign after the number: ĐUK
     * @param onBehalf over the signature: T/M BAN THƯỜNG VỤ
     */
    record Issuer(
            String above,
            String name,
            String called,
            String aboveCalled,
            String decider,
            String deciderShort,
            String sign,
            String place,
            String onBehalf,
            String post,
            String signer) {}

    /** What is wrong with them, a sentence each: said at the start, not to the first officer who needs a draft. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        for (DraftIssuer issuer : DraftIssuer.values()) {
            if (issuers == null || !issuers.containsKey(issuer)) {
                faults.add("outreach.drafts.issuers: thiếu %s.".formatted(issuer));
            }
        }
        steps.forEach((step, names) -> names.stream()
                .filter(name -> DraftTemplate.find(name).isEmpty())
                .forEach(name -> faults.add(
                        "outreach.drafts.steps: “%s” của bước %s không phải tên mẫu văn bản.".formatted(name, step))));
        return faults;
    }

    Optional<Term> termOn(LocalDate day) {
        return terms.stream().filter(term -> !term.since().isAfter(day)).max(Comparator.comparing(Term::since));
    }

    /** The layout of Party papers of this day; nothing where none is set, and templates stay as they are. */
    Optional<Layout> layoutOn(LocalDate day) {
        return layouts.stream().filter(layout -> !layout.since().isAfter(day)).max(Comparator.comparing(Layout::since));
    }
}
