package vn.outreach.register.enterprise;

import java.util.List;
import vn.outreach.security.identity.CurrentUser;

/**
 * What a package keeps of an enterprise beside register and ledger, for its timeline: only what this reader may see.
 */
public interface TimelineSource {

    TimelineEntry.Kind kind();

    /** Whether the reader may see any of it. */
    boolean isFor(CurrentUser reader);

    List<TimelineEntry> of(String taxCode, CurrentUser reader);
}
