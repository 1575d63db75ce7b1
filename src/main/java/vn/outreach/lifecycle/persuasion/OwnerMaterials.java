package vn.outreach.lifecycle.persuasion;

import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.material.Materials;

/** What the drawing asks of the material catalogue ({@code ${ownerMaterials.options(enterpriseCode)}}). */
@Component
public class OwnerMaterials {

    private final Materials materials;
    private final Enterprises enterprises;

    OwnerMaterials(Materials materials, Enterprises enterprises) {
        this.materials = materials;
        this.enterprises = enterprises;
    }

    /** The papers that fit the owner, one {@code code|title} a line, as the form offers them. */
    public String options(String taxCode) {
        return materials.forOwner(enterprises.require(taxCode).ownerLanguage()).stream()
                .map(paper -> paper.code() + "|" + paper.title())
                .collect(Collectors.joining("\n"));
    }
}
