package vn.outreach.security.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** The systems of the product for tests without it: opens what the package keeps to itself. */
public final class SystemsFixture {

    private static final Units UNITS = units();

    private SystemsFixture() {
    }

    /** Who may read what is said about persons, by the units of units.yml. */
    public static PersonalData personalData() {
        return new PersonalData(UNITS, new Systems(UNITS));
    }

    /** Somebody of these groups, by the units of units.yml. */
    public static CurrentUser person(String id, String... groups) {
        return UNITS.person(id, List.of(groups));
    }

    /** The units of units.yml that do tasks, and their heads. */
    public static WorkUnits workUnits() {
        return new WorkUnits(UNITS);
    }

    /** As in units.yml. */
    public static Units units() {
        try {
            return new Binder(ConfigurationPropertySources.from(new YamlPropertySourceLoader()
                            .load("units", new ClassPathResource("units.yml"))))
                    .bind("outreach", Units.class).get();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One unit of systems, as in units.yml. */
    public static Systems integrations() {
        return new Systems(new Units(List.of(new Units.Unit("integrations", "Hệ thống bên ngoài", List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of("outreach.ownerContacted"), List.of(), List.of()))));
    }
}
