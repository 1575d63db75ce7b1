package vn.outreach.lifecycle.union;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;

/** A union is there when the superior union recognises it. */
@Configuration(proxyBeanMethods = false)
class UnionAchievement {

    @Bean
    ReachingStep unionRecognised() {
        return new ReachingStep(
                Measure.UNION,
                UnionFoundingProcess.KEY,
                UnionFoundingProcess.RECORD_UNION_DECISION,
                Set.of(UnionDecision.RECOGNISED.name()));
    }
}
