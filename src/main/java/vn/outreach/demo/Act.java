package vn.outreach.demo;

/** One thing that one user does on one day of the demo round. */
record Act(int daysBefore, String userId, Runnable what) {}
