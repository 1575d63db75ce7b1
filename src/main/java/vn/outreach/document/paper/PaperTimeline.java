package vn.outreach.document.paper;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.outreach.register.enterprise.TimelineEntry;
import vn.outreach.register.enterprise.TimelineSource;
import vn.outreach.security.identity.CurrentUser;

/** When papers and their new versions came, in their enterprise's timeline, for those who may read them. */
@Component
class PaperTimeline implements TimelineSource {

    private final PaperRows rows;
    private final PaperRights rights;

    PaperTimeline(PaperRows rows, PaperRights rights) {
        this.rows = rows;
        this.rights = rights;
    }

    @Override
    public TimelineEntry.Kind kind() {
        return TimelineEntry.Kind.PAPER;
    }

    @Override
    public boolean isFor(CurrentUser reader) {
        return rights.mayRead(reader, null);
    }

    @Override
    public List<TimelineEntry> of(String taxCode, CurrentUser reader) {
        if (!isFor(reader)) {
            return List.of();
        }
        return rows.of(taxCode).stream()
                .filter(paper -> !paper.isWithdrawn() && rights.mayRead(reader, paper.phase()))
                .map(paper -> new TimelineEntry(
                        TimelineEntry.Kind.PAPER,
                        paper.uploadedAt(),
                        Long.toString(paper.id()),
                        paper.phase(),
                        paper.type().name(),
                        text(paper),
                        null,
                        null,
                        null,
                        paper.uploadedBy()))
                .toList();
    }

    private static String text(Paper paper) {
        String number = paper.number() == null ? "" : " số " + paper.number();
        return paper.type().label() + number + (paper.version() > 1 ? " (bản " + paper.version() + ")" : "");
    }
}
