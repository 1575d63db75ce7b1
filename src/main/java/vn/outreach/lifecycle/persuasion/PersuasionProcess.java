package vn.outreach.lifecycle.persuasion;

import java.time.LocalDate;
import java.util.List;
import vn.outreach.engine.Field;

/** The Java mirror of processes/ownerPersuasion.bpmn. */
public final class PersuasionProcess {

    public static final String KEY = "ownerPersuasion";

    static final Field<List<String>> MATERIALS = Field.list("materials");
    /** Says that the papers were chosen once: later rounds prepare the meeting only. */
    static final Field<Boolean> MATERIALS_CHOSEN = Field.flag("materialsChosen");
    static final Field<LocalDate> MEETING_DATE = Field.date("meetingDate");
    static final Field<PersuasionOutcome> PERSUASION_OUTCOME = Field.choice("persuasionOutcome", PersuasionOutcome.class);
    static final Field<LocalDate> MET_ON = Field.date("metOn");
    static final Field<List<String>> OBSTACLES = Field.list("obstacles");
    static final Field<String> CONDITIONS = Field.text("conditions");
    /** Which meeting it is since the start or the last resumption; an input of D2. */
    static final Field<Integer> ATTEMPT = Field.count("attempt");
    static final Field<Boolean> RESUME = Field.flag("resume");
    static final Field<String> RESPONSIBLE_MEMBER = Field.text("responsibleMember");

    private PersuasionProcess() {}
}
