package vn.outreach.work.reminder;

import vn.outreach.base.value.ProcessKeys;

/** The Java mirror of processes/dailyDigest.bpmn. */
final class DailyDigestProcess {

    static final String KEY = ProcessKeys.DAILY_DIGEST;

    private DailyDigestProcess() {}
}
