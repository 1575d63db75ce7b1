package vn.outreach.work.form;

import java.util.Map;

/** First answers that a process keeps in tables of its own: a form asks for them by {@link #source}. */
public interface KnownElsewhere {

    /** What a form's file writes as {@code prefill} for fields that are filled from here. */
    String source();

    /** By field key; what is not known is left out. */
    Map<String, Object> of(OpenForm form);
}
