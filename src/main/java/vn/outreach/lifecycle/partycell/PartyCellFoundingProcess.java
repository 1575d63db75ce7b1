package vn.outreach.lifecycle.partycell;

import java.time.LocalDate;
import vn.outreach.engine.Field;

/** The Java mirror of processes/partyCellFounding.bpmn. */
public final class PartyCellFoundingProcess {

    public static final String KEY = "partyCellFounding";

    static final Field<Integer> WILLING_FULL_MEMBERS = Field.count("willingFullMembers");
    static final Field<PartyOrganisationForm> PARTY_ORGANISATION_FORM = Field.choice("partyOrganisationForm", PartyOrganisationForm.class);
    static final Field<Integer> TRANSFERRED_MEMBERS = Field.count("transferredMembers");
    static final Field<Boolean> FILE_COMPLETE = Field.flag("fileComplete");
    static final Field<Appraisal> APPRAISAL = Field.choice("appraisal", Appraisal.class);
    static final Field<CellDecision> CELL_DECISION = Field.choice("cellDecision", CellDecision.class);
    static final Field<String> DECISION_NUMBER = Field.text("decisionNumber");
    static final Field<LocalDate> DECISION_DATE = Field.date("decisionDate");
    static final Field<LocalDate> ANNOUNCED_ON = Field.date("announcedOn");

    private PartyCellFoundingProcess() {}
}
