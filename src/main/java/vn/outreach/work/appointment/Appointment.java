package vn.outreach.work.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.value.ProcessKeys;

/**
 * A planned day as calendars know it. The uid stays while the day, the person or the plan itself changes; the sequence
 * grows with each of these, so that a calendar tells the newest from what came late.
 *
 * @param member whose calendar it stands in, or null where nobody is responsible
 */
public record Appointment(
        String uid,
        Kind kind,
        String processKey,
        String processInstanceId,
        String taxCode,
        String enterpriseName,
        String zone,
        @Nullable String member,
        When when,
        int sequence,
        boolean cancelled,
        Instant changedAt) {

    /**
     * When and where it takes place.
     *
     * @param hour null where only the day is agreed
     * @param place null for somewhere in the enterprise's zone; it may say more than may leave the office
     */
    public record When(
            LocalDate day,
            @Nullable LocalTime hour,
            @Nullable String place) {}

    /** What is planned, in words that may stand on anybody's screen: never what it is about. */
    public enum Kind {
        SURVEY(ProcessKeys.SURVEY, "khảo sát", "Khảo sát"),
        OWNER_MEETING(ProcessKeys.OWNER_PERSUASION, "làm việc với doanh nghiệp", "Làm việc với doanh nghiệp");

        private final String process;
        private final String inSentence;
        private final String title;

        Kind(String process, String inSentence, String title) {
            this.process = process;
            this.inSentence = inSentence;
            this.title = title;
        }

        /** Whether days are planned in this process at all. */
        static boolean isPlannedIn(String process) {
            return Arrays.stream(values()).anyMatch(kind -> kind.process.equals(process));
        }

        String inSentence() {
            return inSentence;
        }

        String title() {
            return title;
        }
    }

    Appointment moved(When newTime, @Nullable String newMember, Instant now) {
        return new Appointment(
                uid,
                kind,
                processKey,
                processInstanceId,
                taxCode,
                enterpriseName,
                zone,
                newMember,
                newTime,
                sequence + 1,
                false,
                now);
    }

    Appointment withdrawn(Instant now) {
        return new Appointment(
                uid,
                kind,
                processKey,
                processInstanceId,
                taxCode,
                enterpriseName,
                zone,
                member,
                when,
                sequence + 1,
                true,
                now);
    }
}
