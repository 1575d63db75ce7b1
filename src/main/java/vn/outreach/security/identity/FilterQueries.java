package vn.outreach.security.identity;

import org.camunda.bpm.engine.filter.Filter;

/**
 * What a filter of Tasklist asks for, as the engine keeps it: the question itself says of no two whether they are the
 * same.
 */
public interface FilterQueries {

    String text(Filter filter);
}
