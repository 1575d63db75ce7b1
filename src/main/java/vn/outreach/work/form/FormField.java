package vn.outreach.work.form;

import java.util.Map;

/**
 * A field of a form as its deployed file describes it.
 *
 * @param id the component's id, which the page's elements carry too
 * @param key the name of the answer
 * @param type of Camunda Forms: textfield, number, datetime …
 * @param properties what the form says beside: where a first value comes from ({@code prefill}, {@code compare})
 */
public record FormField(String id, String key, String label, String type, Map<String, String> properties) {}
