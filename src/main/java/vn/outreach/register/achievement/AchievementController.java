package vn.outreach.register.achievement;

import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: the results counted anew, after the nightly comparison found a difference. */
@RestController
@RequestMapping("/api/v1/achievements")
class AchievementController {

    private final Achievements achievements;
    private final AchievementFold fold;

    AchievementController(Achievements achievements, AchievementFold fold) {
        this.achievements = achievements;
        this.fold = fold;
    }

    /** @param acts how many there are now */
    record Rebuilt(int differences, int acts) {}

    @PostMapping("/rebuild")
    @Transactional
    public Rebuilt rebuild() {
        int differences = achievements.differences() + fold.differences();
        int acts = achievements.rebuild();
        fold.refill();
        return new Rebuilt(differences, acts);
    }
}
