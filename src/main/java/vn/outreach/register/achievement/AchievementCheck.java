package vn.outreach.register.achievement;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/** Compares once a day what was counted act by act with a count of the whole ledger. */
@Component
class AchievementCheck implements Background {

    private final Achievements achievements;
    private final AchievementFold fold;

    AchievementCheck(Achievements achievements, AchievementFold fold) {
        this.achievements = achievements;
        this.fold = fold;
    }

    @Override
    public String title() {
        return "Đối chiếu kết quả thực hiện với sổ kết quả";
    }

    @Override
    public Duration interval() {
        return Duration.ofDays(1);
    }

    /** A difference never comes by itself: the first one is told. */
    @Override
    public int failuresUntilTold() {
        return 1;
    }

    @Override
    public void pass() {
        int differences = achievements.differences() + fold.differences();
        if (differences > 0) {
            throw new IllegalStateException(
                    differences + " acts are counted otherwise than the ledger says; rebuild the results");
        }
    }
}
