package vn.outreach.security.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.outreach.base.text.Folding;

/** Everybody who may be responsible for an enterprise, of the units that answer for enterprises. */
@Component
public class ResponsiblePeople {

    /** How offices write before a name, folded. */
    private static final Pattern TITLE = Pattern.compile("^(?:d c|dc|dong chi|ong|ba|anh|chi) (?=\\S+ )");

    private final Units units;
    private final Memberships memberships;
    private final Members members;

    public ResponsiblePeople(Units units, Memberships memberships, Members members) {
        this.units = units;
        this.memberships = memberships;
        this.members = members;
    }

    public Set<String> all() {
        Set<String> all = new TreeSet<>();
        for (Units.Unit unit : units.answering()) {
            memberships.membersOf(unit.id()).stream()
                    .filter(members::mayBeResponsible)
                    .forEach(all::add);
        }
        return all;
    }

    /** By what people call them: a name that two carry has two ids. */
    public ByName byName() {
        Map<String, String> names = members.of(all());
        Map<String, List<String>> ids = new HashMap<>();
        names.forEach((id, name) -> ids.computeIfAbsent(Folding.words(name), each -> new ArrayList<>())
                .add(id));
        return new ByName(names, ids);
    }

    /** Ids and names as they were when they were asked for. */
    public record ByName(Map<String, String> names, Map<String, List<String>> ids) {

        /** Whom a list means by an id or by a name, however it is written. */
        public List<String> find(String text) {
            if (names.containsKey(text)) {
                return List.of(text);
            }
            String words = Folding.words(text);
            List<String> found = ids.getOrDefault(words, List.of());
            return found.isEmpty() ? ids.getOrDefault(TITLE.matcher(words).replaceFirst(""), List.of()) : found;
        }
    }
}
