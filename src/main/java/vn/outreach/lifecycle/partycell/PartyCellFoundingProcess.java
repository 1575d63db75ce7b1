package vn.outreach.lifecycle.partycell;

import java.time.LocalDate;
import vn.outreach.base.value.ProcessKeys;
import vn.outreach.process.ProcessVariable;

/** The Java mirror of processes/partyCellFounding.bpmn. */
public final class PartyCellFoundingProcess {

    public static final String KEY = ProcessKeys.PARTY_CELL_FOUNDING;

    /** Steps that other steps ask for in the ledger. */
    static final String APPRAISE_FOUNDING_FILE = "appraiseFoundingFile";

    static final String DECIDE_CELL_FOUNDING = "decideCellFounding";
    static final String ANNOUNCE_CELL = "announceCell";

    static final ProcessVariable<Integer> WILLING_FULL_MEMBERS = ProcessVariable.count("willingFullMembers");
    static final ProcessVariable<PartyOrganisationForm> PARTY_ORGANISATION_FORM =
            ProcessVariable.choice("partyOrganisationForm", PartyOrganisationForm.class);
    static final ProcessVariable<Integer> TRANSFERRED_MEMBERS = ProcessVariable.count("transferredMembers");
    static final ProcessVariable<Boolean> FILE_COMPLETE = ProcessVariable.flag("fileComplete");
    static final ProcessVariable<Appraisal> APPRAISAL = ProcessVariable.choice("appraisal", Appraisal.class);
    static final ProcessVariable<CellDecision> CELL_DECISION =
            ProcessVariable.choice("cellDecision", CellDecision.class);
    static final ProcessVariable<String> DECISION_NUMBER = ProcessVariable.text("decisionNumber");
    static final ProcessVariable<LocalDate> DECISION_DATE = ProcessVariable.date("decisionDate");
    static final ProcessVariable<LocalDate> ANNOUNCED_ON = ProcessVariable.date("announcedOn");

    private PartyCellFoundingProcess() {}
}
