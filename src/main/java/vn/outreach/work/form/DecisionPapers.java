package vn.outreach.work.form;

import java.time.LocalDate;
import java.util.List;

/** The papers that a decision stands on, beside its form; documents know them. */
public interface DecisionPapers {

    /**
     * A paper of the case.
     *
     * @param content the address that answers its content, or null for a candidate's, whose content is nowhere here
     * @param shown whether browsers show the content
     * @param keptAt where a candidate's paper is kept, or null
     */
    record DecisionPaper(String label, String number, LocalDate date, String content, boolean shown, String keptAt) {}

    /**
     * What counts today and the asking person may read at the papers' own address, those of the deciding process first.
     * Nothing beside a form that is no decision.
     */
    List<DecisionPaper> of(OpenForm form);
}
