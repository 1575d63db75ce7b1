package vn.outreach.register.zone;

import java.util.Collection;
import java.util.Map;

/** What stands in the register as enterprises' zones. */
public interface ZoneTexts {

    /** The texts, and how many enterprises have each. */
    Map<String, Integer> counts();

    /** Writes the name in place of these texts, within the transaction of the caller. */
    void rename(Collection<String> texts, String name);
}
