package vn.outreach.intake.workbook;

/** How the cells of a column are read. */
public enum ValueKind {
    TAX_CODE,
    TEXT,
    /** A whole number from 0 on. */
    NUMBER,
    DAY,
    YES_NO,
    /** Text that names a zone; which one, is not known here. */
    ZONE,
    /** Text that names a person; who, is not known here. */
    MEMBER
}
