package vn.outreach.base.text;

import java.util.Map;
import vn.outreach.base.refusal.Refusal;

/**
 * What no text may hold that people write outside the restricted records. Asked where such texts are taken: ledger,
 * REST bodies, comments.
 */
public interface FreeTextRule {

    /**
     * Looks at all texts among the values, those inside lists and objects too.
     *
     * @param values by the name of their field, as it is told to the person
     * @throws Refusal {@code candidate-named} or {@code private-detail}, with the field
     */
    void check(Map<String, ?> values);
}
