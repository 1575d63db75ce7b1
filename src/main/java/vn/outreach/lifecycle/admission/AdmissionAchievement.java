package vn.outreach.lifecycle.admission;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;

/** Admitted is who stood at the ceremony. */
@Configuration(proxyBeanMethods = false)
class AdmissionAchievement {

    @Bean
    ReachingStep ceremonyHeld() {
        return new ReachingStep(Measure.ADMISSION, AdmissionProcess.KEY, AdmissionProcess.HOLD_CEREMONY, Set.of());
    }
}
