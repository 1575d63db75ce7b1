package vn.outreach.lifecycle.persuasion;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.outreach.register.achievement.Measure;
import vn.outreach.register.achievement.ReachingStep;
import vn.outreach.register.ledger.KnownSteps;

/** Met is an owner who was reached, whatever he answered. */
@Configuration(proxyBeanMethods = false)
class MeetingAchievement {

    private static final Set<String> MET = EnumSet.complementOf(EnumSet.of(PersuasionOutcome.UNREACHABLE)).stream()
            .map(PersuasionOutcome::name)
            .collect(Collectors.toUnmodifiableSet());

    @Bean
    ReachingStep ownerMet() {
        return new ReachingStep(Measure.MEETING, PersuasionProcess.KEY, KnownSteps.MEET_OWNER, MET);
    }
}
