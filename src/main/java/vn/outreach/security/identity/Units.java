package vn.outreach.security.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.base.text.Folding;

/** The organisation units of {@code units.yml}: bodies change names and merge, so none is fixed in code. */
@ConfigurationProperties("outreach")
public record Units(@DefaultValue List<Unit> units) {

    /**
     * @throws StartRefused for capabilities that there are not: who has a mistyped one would lack a right and nobody be
     *     told
     */
    public Units {
        Set<String> known =
                Arrays.stream(Capability.values()).map(Capability::word).collect(Collectors.toSet());
        List<String> sentences = units.stream()
                .flatMap(unit -> unit.capabilities().stream()
                        .filter(word -> !known.contains(word))
                        .map(word ->
                                "Đơn vị “%s” (outreach.units) có quyền “%s” mà hệ thống không biết; các quyền có thể ghi: %s."
                                        .formatted(
                                                unit.id(),
                                                word,
                                                String.join(
                                                        ", ",
                                                        known.stream().sorted().toList()))))
                .toList();
        if (!sentences.isEmpty()) {
            throw new StartRefused(sentences);
        }
    }

    /** Somebody of these groups, with what their units may do. */
    public CurrentUser person(String id, Collection<String> groups) {
        return new CurrentUser(
                id,
                Set.copyOf(groups),
                units.stream().filter(unit -> groups.contains(unit.id())).toList());
    }

    /** The units of which one can answer for an enterprise in a plan: those of people, without the heads' own. */
    public List<Unit> answering() {
        return units.stream()
                .filter(unit -> !unit.apps().isEmpty() && !unit.has(Capability.HEADS_UNITS))
                .toList();
    }

    /** One of {@link #answering}, by its id or by its name, however that is written. */
    public Optional<Unit> answering(String idOrName) {
        String words = Folding.words(idOrName);
        return answering().stream()
                .filter(unit ->
                        unit.id().equals(idOrName) || Folding.words(unit.name()).equals(words))
                .findFirst();
    }

    /** The unit's Vietnamese name; what is no unit (any more) is called as it was kept. */
    public String nameOf(String id) {
        return units.stream()
                .filter(unit -> unit.id().equals(id))
                .map(Unit::name)
                .findFirst()
                .orElse(id);
    }

    /** The ids of the units that have a capability, in the order of {@code units.yml}. */
    public List<String> with(Capability capability) {
        return units.stream().filter(unit -> unit.has(capability)).map(Unit::id).toList();
    }

    /** The id of the one unit that has a capability of which {@link #check} is sure that only one has it. */
    public String theOneWith(Capability capability) {
        return with(capability).get(0);
    }

    /** @throws StartRefused for capabilities that nobody has, or too many: their steps would be nobody's */
    void check() {
        List<String> sentences = new ArrayList<>();
        for (Capability capability : Capability.values()) {
            List<String> having = with(capability);
            if (having.isEmpty()) {
                sentences.add(
                        "Chưa đơn vị nào (outreach.units) có quyền “%s”; hãy ghi quyền này vào capabilities của một đơn vị."
                                .formatted(capability.word()));
            } else if (capability.isOfOneUnit() && having.size() > 1) {
                sentences.add("Quyền “%s” phải thuộc đúng một đơn vị (outreach.units), nay thuộc: %s."
                        .formatted(capability.word(), String.join(", ", having)));
            }
        }
        if (!sentences.isEmpty()) {
            throw new StartRefused(sentences);
        }
    }

    /**
     * One unit: its engine group, its Vietnamese name, the webapps it opens and the processes it has to do with. Of
     * {@code ownTasks} it sees the tasks that are its own, and nothing else. {@code capabilities} are words of
     * {@link Capability}.
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
            @DefaultValue List<String> topics,
            @DefaultValue List<String> capabilities) {

        public boolean has(Capability capability) {
            return capabilities.contains(capability.word());
        }
    }
}
