package vn.outreach.register.enterprise;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.outreach.register.zone.ZoneTexts;

/** The zones of the register's rows: counted, and written anew by the register's one way in. */
@Component
class RegisterZones implements ZoneTexts {

    /** From where the entry of a zone that got its name came. */
    static final String SOURCE = "Danh mục khu, cụm công nghiệp";

    private final EnterpriseRows rows;
    private final EnterpriseService service;
    private final RegisterEntries entries;

    RegisterZones(EnterpriseRows rows, EnterpriseService service, RegisterEntries entries) {
        this.rows = rows;
        this.service = service;
        this.entries = entries;
    }

    @Override
    public Map<String, Integer> counts() {
        return new HashMap<>(rows.zones());
    }

    @Override
    public void rename(Collection<String> texts, String name) {
        List<String> codes = rows.inZones(texts);
        rows.lock(codes);
        entries.together(() -> {
            codes.forEach(code -> service.change(
                    code, new RegisterChange().set(EnterpriseField.ZONE, name).from(SOURCE)));
            return codes.size();
        });
    }
}
