package vn.outreach.register.enterprise;

/** Rows elsewhere that refer to enterprises: one that is referred to is not taken out of the register. */
public interface EnterpriseUse {

    boolean refersTo(String taxCode);
}
