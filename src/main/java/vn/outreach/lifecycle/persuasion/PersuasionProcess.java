package vn.outreach.lifecycle.persuasion;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/ownerPersuasion.bpmn. */
public final class PersuasionProcess {

    public static final String KEY = ProcessKeys.OWNER_PERSUASION;

    /** A step that another asks for in the ledger. */
    static final String REVIEW_PAUSED = "reviewPaused";

    static final ProcessVariable<List<String>> MATERIALS = ProcessVariable.list("materials");
    /** Says that the papers were chosen once: later rounds prepare the meeting only. */
    static final ProcessVariable<Boolean> MATERIALS_CHOSEN = ProcessVariable.flag("materialsChosen");

    public static final ProcessVariable<LocalDate> MEETING_DATE = ProcessVariable.date("meetingDate");
    static final ProcessVariable<LocalTime> MEETING_TIME = ProcessVariable.time("meetingTime");
    static final ProcessVariable<String> MEETING_PLACE = ProcessVariable.text("meetingPlace");
    static final ProcessVariable<PersuasionOutcome> PERSUASION_OUTCOME =
            ProcessVariable.choice("persuasionOutcome", PersuasionOutcome.class);
    static final ProcessVariable<LocalDate> MET_ON = ProcessVariable.date("metOn");
    static final ProcessVariable<List<String>> OBSTACLES = ProcessVariable.list("obstacles");
    static final ProcessVariable<String> CONDITIONS = ProcessVariable.text("conditions");
    /** Which meeting it is since the start or the last resumption; an input of D2. */
    static final ProcessVariable<Integer> ATTEMPT = ProcessVariable.count("attempt");

    static final ProcessVariable<Boolean> RESUME = ProcessVariable.flag("resume");
    static final ProcessVariable<String> RESPONSIBLE_MEMBER = ProcessVariable.text("responsibleMember");

    private PersuasionProcess() {}
}
