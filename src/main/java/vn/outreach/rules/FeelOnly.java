package vn.outreach.rules;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRequirementsGraph;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionLiteralExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableInputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableOutputImpl;
import org.camunda.bpm.dmn.engine.impl.DmnDecisionTableRuleImpl;
import org.camunda.bpm.dmn.engine.impl.DmnExpressionImpl;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformListener;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import vn.outreach.base.refusal.Refusal;

/** Refuses a decision that is read in with an expression in another language than FEEL, wherever it stands in it. */
final class FeelOnly implements DmnTransformListener {

    private static final String SHORT = "feel";
    private static final String SPECIFICATION = "http://www.omg.org/spec/FEEL/";
    private static final String DMN_SPECIFICATION = "https://www.omg.org/spec/DMN/";

    @Override
    public void transformDecision(Decision element, DmnDecision decision) {
        if (decision.getDecisionLogic() instanceof DmnDecisionLiteralExpressionImpl literal) {
            check(literal.getExpression());
        }
    }

    @Override
    public void transformDecisionTableInput(Input element, DmnDecisionTableInputImpl input) {
        check(input.getExpression());
    }

    @Override
    public void transformDecisionTableRule(Rule element, DmnDecisionTableRuleImpl rule) {
        rule.getConditions().forEach(FeelOnly::check);
        rule.getConclusions().forEach(FeelOnly::check);
    }

    @Override
    public void transformDecisionTableOutput(Output element, DmnDecisionTableOutputImpl output) {
        // A column's head is a name and a type.
    }

    @Override
    public void transformDecisionRequirementsGraph(Definitions element, DmnDecisionRequirementsGraph graph) {
        // Its decisions are each looked at by themselves.
    }

    private static void check(DmnExpressionImpl expression) {
        String language = expression == null ? null : expression.getExpressionLanguage();
        if (language != null && !isFeel(language)) {
            throw Refusal.invalid(
                    "script-forbidden",
                    null,
                    "Bảng quyết định chỉ dùng được ngôn ngữ FEEL; “%s” không được phép.".formatted(language));
        }
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase(SHORT)
                || language.startsWith(SPECIFICATION)
                || language.startsWith(DMN_SPECIFICATION) && language.contains("/FEEL");
    }
}
