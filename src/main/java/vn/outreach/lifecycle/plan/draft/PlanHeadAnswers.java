package vn.outreach.lifecycle.plan.draft;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.outreach.lifecycle.plan.head.PlanHead;
import vn.outreach.lifecycle.plan.head.PlanHeads;
import vn.outreach.lifecycle.plan.head.PlanTargets;
import vn.outreach.register.achievement.Measure;
import vn.outreach.work.form.KnownElsewhere;
import vn.outreach.work.form.OpenForm;

/** Fills the targets of the plan's head into the form of its draft: those of the page, and those that came back. */
@Component
class PlanHeadAnswers implements KnownElsewhere {

    private final PlanHeads heads;

    PlanHeadAnswers(PlanHeads heads) {
        this.heads = heads;
    }

    @Override
    public String source() {
        return "plan";
    }

    @Override
    public Map<String, Object> of(OpenForm form) {
        Map<String, Object> answers = new HashMap<>();
        heads.ofProcess(form.processInstanceId()).map(PlanHead::targets).ifPresent(targets -> {
            for (Measure measure : Measure.values()) {
                Integer target = targets.of(measure);
                if (target != null) {
                    answers.put(PlanTargets.field(measure), target);
                }
            }
        });
        return answers;
    }
}
