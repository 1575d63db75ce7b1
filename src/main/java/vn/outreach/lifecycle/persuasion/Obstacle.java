package vn.outreach.lifecycle.persuasion;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vn.outreach.base.refusal.Refusal;

/** What stands in the way, as reports list it under "khó khăn, nguyên nhân" (domain.md §2.3). */
enum Obstacle {
    OWNER_UNAWARE,
    OWNER_NOT_INTERESTED,
    SMALL_SCALE,
    UNSTABLE_PRODUCTION,
    FEW_OR_NO_MEMBERS,
    MEMBERS_KEEP_RESIDENCE_CELL,
    LABOUR_TURNOVER,
    LOW_INCOME,
    AGEING_WORKFORCE,
    PARENT_ELSEWHERE,
    DISSOLVED,
    NO_SPACE_OR_TIME,
    NO_STAFF_CAPACITY;

    /** @throws Refusal for a code that is none of these */
    static List<Obstacle> of(List<String> codes) {
        return codes.stream().map(Obstacle::of).toList();
    }

    private static Obstacle of(String code) {
        return Arrays.stream(values())
                .filter(obstacle -> obstacle.name().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        "obstacles",
                        "“Khó khăn, nguyên nhân” không có mã “%s”; các mã: %s."
                                .formatted(
                                        code,
                                        Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", ")))));
    }
}
