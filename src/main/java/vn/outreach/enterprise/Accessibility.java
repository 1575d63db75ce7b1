package vn.outreach.enterprise;

/** How easy the enterprise is to reach. UNKNOWN counts as HARD in the ranking. */
public enum Accessibility { EASY, HARD, UNKNOWN }
