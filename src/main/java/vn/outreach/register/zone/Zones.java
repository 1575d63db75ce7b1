package vn.outreach.register.zone;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Says which zone a text means. */
@Component
public class Zones {

    private final ZoneRows rows;

    Zones(ZoneRows rows) {
        this.rows = rows;
    }

    /** The zone's name where the text is one of its spellings; else the text as it stands. */
    public String named(String text) {
        return rows.names().getOrDefault(ZoneWords.key(text), text);
    }

    /** The zones' names by the keys of their spellings ({@link ZoneWords#key}). */
    public Map<String, String> names() {
        return rows.names();
    }
}
