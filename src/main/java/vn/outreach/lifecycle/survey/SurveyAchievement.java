package vn.outreach.lifecycle.survey;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;
import vn.outreach.register.ledger.KnownSteps;

/** Surveyed is who was surveyed to the end. */
@Configuration(proxyBeanMethods = false)
class SurveyAchievement {

    @Bean
    ReachingStep surveyed() {
        return new ReachingStep(
                Measure.SURVEY, SurveyProcess.KEY, KnownSteps.CONDUCT_SURVEY, Set.of(SurveyAnswer.COMPLETED.name()));
    }
}
