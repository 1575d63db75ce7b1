package vn.outreach.engine.hardening;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;

/**
 * Keeps filters whose query carries a forbidden expression from being saved, and from being read for use should one be
 * in the table already. Deleting such a filter stays possible.
 */
public final class SafeFilters extends FilterManager {

    @Override
    public Filter insertOrUpdateFilter(Filter filter) {
        SafeQueries.check(filter.getQuery());
        return super.insertOrUpdateFilter(filter);
    }

    @Override
    public FilterEntity findFilterById(String filterId) {
        FilterEntity filter = super.findFilterById(filterId);
        if (filter != null) {
            SafeQueries.check(filter.getQuery());
        }
        return filter;
    }

    /** Gives the engine this instead of its own keeper of filters. */
    public static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return FilterManager.class;
        }

        @Override
        public Session openSession() {
            return new SafeFilters();
        }
    }
}
