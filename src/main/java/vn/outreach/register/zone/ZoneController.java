package vn.outreach.register.zone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.Text;
import vn.outreach.security.identity.Capability;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.web.Page;

/** Zones and their spellings over REST: staff reads them, the organisation board keeps them. */
@RestController
@RequestMapping("/api/v1/zones")
class ZoneController {

    private static final Set<String> FIELDS = Set.of("name", "aliases");
    private static final String NAME = "Tên khu, cụm";
    private static final String ALIASES = "Cách viết khác";
    private static final int MOST_ALIASES = 50;

    private final ZoneService zones;
    private final CurrentUserProvider asking;

    ZoneController(ZoneService zones, CurrentUserProvider asking) {
        this.zones = zones;
        this.asking = asking;
    }

    /** @param enterprises how many are in it */
    record ZoneView(long id, String name, List<String> aliases, int enterprises) {}

    /** A text of the register that is no zone's. */
    record UnknownText(String text, int enterprises) {}

    @GetMapping("/known")
    Page<ZoneView> list() {
        return Page.whole(zones.zones().entrySet().stream()
                .map(each -> view(each.getKey(), each.getValue()))
                .toList());
    }

    @GetMapping("/unknown")
    Page<UnknownText> unknown() {
        return Page.whole(zones.unknown().entrySet().stream()
                .map(each -> new UnknownText(each.getKey(), each.getValue()))
                .sorted((one, other) -> VietnameseOrder.BY_NAME.compare(one.text(), other.text()))
                .toList());
    }

    @PostMapping
    ResponseEntity<ZoneView> add(@RequestBody Map<String, Object> json) {
        mustKeep();
        Body body = Body.of(json, FIELDS);
        List<String> aliases = aliases(body);
        Zone zone = zones.add(
                zoneText("name", NAME, body.required("name", NAME, body.text("name", NAME, 100))),
                aliases == null ? List.of() : aliases);
        return ResponseEntity.created(URI.create("/api/v1/zones/" + zone.id())).body(view(zone.id()));
    }

    @PatchMapping("/{id}")
    ZoneView change(@PathVariable long id, @RequestBody Map<String, Object> json) {
        mustKeep();
        Body body = Body.of(json, FIELDS);
        String name = body.text("name", NAME, 100);
        zones.change(id, name == null ? null : zoneText("name", NAME, name), aliases(body));
        return view(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        mustKeep();
        zones.remove(id);
    }

    private static @Nullable List<String> aliases(Body body) {
        List<String> sent = body.texts("aliases", ALIASES);
        if (sent != null && sent.size() > MOST_ALIASES) {
            throw new FieldName("aliases", ALIASES).range("có nhiều nhất 50 cách viết");
        }
        return sent == null
                ? null
                : sent.stream().map(text -> zoneText("aliases", ALIASES, text)).toList();
    }

    /** A text as the register takes it, of which something is left without the words before a zone's name. */
    private static String zoneText(String field, String label, String text) {
        FieldName name = new FieldName(field, label);
        String zone = KnownFields.type("zone", Text.class).require(name, text);
        if (ZoneWords.key(zone).isEmpty()) {
            throw name.missing();
        }
        return zone;
    }

    private ZoneView view(long id) {
        return zones.zones().entrySet().stream()
                .filter(each -> each.getKey().id() == id)
                .map(each -> view(each.getKey(), each.getValue()))
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("zone-unknown", "Không có khu này trong danh mục."));
    }

    private static ZoneView view(Zone zone, int enterprises) {
        return new ZoneView(zone.id(), zone.name(), zone.aliases(), enterprises);
    }

    private void mustKeep() {
        asking.current().must(Capability.KEEPS_ZONES, "Chỉ ban tổ chức được sửa danh mục khu, cụm công nghiệp.");
    }
}
