package vn.outreach.document.paper;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.outreach.register.candidate.CandidatePaper;
import vn.outreach.register.candidate.CandidatePaperReader;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.work.form.DecisionPapers;
import vn.outreach.work.form.OpenForm;

/**
 * The papers of the enterprise or of the candidate on whom somebody decides, with the rights of their own addresses.
 */
@Component
class PapersForDecisions implements DecisionPapers {

    private final PaperRows rows;
    private final PaperRights rights;
    private final CandidatePaperReader candidates;
    private final CurrentUserProvider asking;

    PapersForDecisions(
            PaperRows rows, PaperRights rights, CandidatePaperReader candidates, CurrentUserProvider asking) {
        this.rows = rows;
        this.rights = rights;
        this.candidates = candidates;
        this.asking = asking;
    }

    @Override
    public List<DecisionPaper> of(OpenForm form) {
        if (form.decision() && form.candidateRef() != null) {
            return candidates.ifReadable(form.candidateRef()).stream()
                    .filter(paper -> paper.withdrawnAt() == null)
                    .map(PapersForDecisions::ofCandidate)
                    .toList();
        }
        return form.decision() && form.taxCode() != null ? ofEnterprise(form, asking.current()) : List.of();
    }

    private List<DecisionPaper> ofEnterprise(OpenForm form, CurrentUser user) {
        if (!rights.mayRead(user, null)) {
            return List.of();
        }
        Set<String> chains = new HashSet<>();
        return rows.of(form.taxCode()).stream()
                // Of each paper the newest version comes first.
                .filter(paper -> chains.add(paper.chain()))
                .filter(paper -> !paper.isWithdrawn() && rights.mayRead(user, paper.phase()))
                .sorted(Comparator.comparing(paper -> !form.process().equals(paper.phase())))
                .map(PapersForDecisions::ofEnterprise)
                .toList();
    }

    private static DecisionPaper ofEnterprise(Paper paper) {
        return new DecisionPaper(
                paper.type().label(),
                paper.number(),
                paper.date(),
                PaperController.contentOf(paper),
                PaperKind.isShown(paper.mediaType()),
                null);
    }

    private static DecisionPaper ofCandidate(CandidatePaper paper) {
        return new DecisionPaper(paper.label(), paper.number(), paper.date(), null, false, paper.keptAt());
    }
}
