package vn.outreach.register.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.security.audit.AuditAction;
import vn.outreach.security.audit.AuditEntry;
import vn.outreach.security.audit.AuditTrail;

/**
 * Keeps the list of zones. What the register has under a spelling becomes the zone's name at once; what belongs to no
 * zone stays as somebody wrote it, and is listed.
 */
@Service
public class ZoneService {

    private static final String SUBJECT = "Zone";

    private final ZoneRows rows;
    private final ZoneTexts texts;
    private final AuditTrail audit;

    ZoneService(ZoneRows rows, ZoneTexts texts, AuditTrail audit) {
        this.rows = rows;
        this.texts = texts;
        this.audit = audit;
    }

    /** @throws Refusal {@code zone-known} where a spelling is another zone's */
    @Transactional
    public Zone add(String name, Collection<String> aliases) {
        rows.lock();
        List<String> spellings = spellings(name, aliases);
        mustBeFree(spellings, List.of());
        long id = rows.insert(name);
        rows.spell(id, spellings);
        join(name, Set.copyOf(spellings.stream().map(ZoneWords::key).toList()), List.of());
        audit.record(AuditEntry.of(AuditAction.ZONES_CHANGED, SUBJECT, Long.toString(id))
                .changingList("spellings", List.of(), spellings));
        return require(id);
    }

    /**
     * @param name null for the same
     * @param aliases all other spellings from now on; null for the same
     * @throws Refusal {@code zone-unknown}, {@code zone-known}
     */
    @Transactional
    public Zone change(long id, @Nullable String name, @Nullable Collection<String> aliases) {
        rows.lock();
        Zone before = require(id);
        String called = name == null ? before.name() : name;
        List<String> spellings = spellings(called, aliases == null ? before.aliases() : aliases);
        List<String> own = spellings(before.name(), before.aliases());
        mustBeFree(spellings, own);
        rows.rename(id, called);
        rows.spell(id, spellings);
        join(called, keys(spellings), List.of(before.name()));
        audit.record(AuditEntry.of(AuditAction.ZONES_CHANGED, SUBJECT, Long.toString(id))
                .changingList("spellings", own, spellings));
        return require(id);
    }

    /** @throws Refusal {@code zone-unknown}, or {@code zone-used} while enterprises are in it */
    @Transactional
    public void remove(long id) {
        rows.lock();
        Zone zone = require(id);
        int used = texts.counts().getOrDefault(zone.name(), 0);
        if (used > 0) {
            throw Refusal.conflict(
                    "zone-used",
                    "Khu “%s” còn %s doanh nghiệp trong sổ, không xóa được."
                            .formatted(zone.name(), WholeNumber.shown(used)));
        }
        rows.delete(id);
        audit.record(AuditEntry.of(AuditAction.ZONES_CHANGED, SUBJECT, Long.toString(id))
                .changingList("spellings", spellings(zone.name(), zone.aliases()), List.of()));
    }

    /** The zones, and how many enterprises are in each. */
    Map<Zone, Integer> zones() {
        Map<String, Integer> counts = texts.counts();
        return rows.all().stream()
                .collect(Collectors.toMap(
                        zone -> zone, zone -> counts.getOrDefault(zone.name(), 0), Integer::sum, LinkedHashMap::new));
    }

    /** Texts of the register that are no zone's spelling, and how many enterprises have each. */
    Map<String, Integer> unknown() {
        Map<String, Integer> unknown = new HashMap<>(texts.counts());
        Set<String> known = rows.names().keySet();
        unknown.keySet().removeIf(text -> known.contains(ZoneWords.key(text)));
        return unknown;
    }

    private Zone require(long id) {
        return rows.all().stream()
                .filter(zone -> zone.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("zone-unknown", "Không có khu này trong danh mục."));
    }

    private void mustBeFree(Collection<String> spellings, Collection<String> own) {
        Map<String, String> others = new HashMap<>(rows.names());
        others.keySet().removeAll(keys(own));
        spellings.forEach(text -> {
            String other = others.get(ZoneWords.key(text));
            if (other != null) {
                throw Refusal.conflict("zone-known", "“%s” đã là một cách viết của khu “%s”.".formatted(text, other));
            }
        });
    }

    /** What the register has under these keys, or as these texts, is called so from now on. */
    private void join(String name, Set<String> keys, Collection<String> formerNames) {
        List<String> others = new ArrayList<>();
        texts.counts().keySet().forEach(text -> {
            if (!text.equals(name) && (keys.contains(ZoneWords.key(text)) || formerNames.contains(text))) {
                others.add(text);
            }
        });
        if (!others.isEmpty()) {
            texts.rename(others, name);
        }
    }

    private static Set<String> keys(Collection<String> spellings) {
        return spellings.stream().map(ZoneWords::key).collect(Collectors.toSet());
    }

    private static List<String> spellings(String name, Collection<String> aliases) {
        return Stream.concat(Stream.of(name), aliases.stream()).distinct().toList();
    }
}
