package vn.outreach.security.identity;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The organisation units of {@code units.yml}: bodies change names and merge, so none is fixed in code. */
@ConfigurationProperties("outreach")
public record Units(@DefaultValue List<Unit> units) {

    /** Whether one of the person's units opens the webapp; administrators open all. */
    public boolean opens(String app, CurrentUser person) {
        return person.in(Bootstrap.ADMINISTRATORS)
                || units.stream().anyMatch(unit -> unit.apps().contains(app) && person.in(unit.id()));
    }

    /**
     * One unit: its engine group, its Vietnamese name, the webapps it opens and the processes it has to do with. Of
     * {@code ownTasks} it sees the tasks that are its own, and nothing else.
     */
    public record Unit(
            String id,
            String name,
            @DefaultValue List<String> apps,
            @DefaultValue List<String> worksOn,
            @DefaultValue List<String> ownTasks,
            @DefaultValue List<String> reads,
            @DefaultValue List<String> starts,
            @DefaultValue List<String> messages,
            @DefaultValue List<String> works,
            @DefaultValue List<String> sends,
            @DefaultValue List<String> topics) {}
}
