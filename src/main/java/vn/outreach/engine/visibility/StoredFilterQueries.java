package vn.outreach.engine.visibility;

import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.stereotype.Component;
import vn.outreach.security.identity.FilterQueries;

/** Shows the JSON that the engine writes for a filter's query. */
@Component
class StoredFilterQueries implements FilterQueries {

    @Override
    public String text(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
    }
}
