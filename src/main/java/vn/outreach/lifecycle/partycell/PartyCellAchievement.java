package vn.outreach.lifecycle.partycell;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;

/** A cell is there when it is announced. */
@Configuration(proxyBeanMethods = false)
class PartyCellAchievement {

    @Bean
    ReachingStep cellAnnounced() {
        return new ReachingStep(
                Measure.CELL, PartyCellFoundingProcess.KEY, PartyCellFoundingProcess.ANNOUNCE_CELL, Set.of());
    }
}
