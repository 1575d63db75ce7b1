package vn.outreach.work.reminder;

import java.util.ArrayList;
import java.util.List;

/** Collects the lines of a mail of the day under their headings, up to a number of them. */
final class DigestText {

    private static final String MORE = "… và còn nữa; xem tại liên kết dưới đây.";

    private final int most;
    private final List<String> lines = new ArrayList<>();
    private int shown;
    private boolean cut;

    DigestText(int most) {
        this.most = most;
    }

    /** @return how many of the lines are shown */
    int add(String heading, List<String> of) {
        List<String> fit = of.subList(0, Math.min(of.size(), most - shown));
        cut |= fit.size() < of.size();
        if (!fit.isEmpty()) {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.add(heading + ":");
            fit.forEach(line -> lines.add("- " + line));
            shown += fit.size();
        }
        return fit.size();
    }

    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (cut && !all.isEmpty()) {
            all.add("");
            all.add(MORE);
        }
        return all;
    }
}
