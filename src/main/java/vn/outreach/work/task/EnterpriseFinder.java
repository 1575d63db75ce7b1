package vn.outreach.work.task;

import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.text.VietnameseOrder;
import vn.outreach.register.enterprise.SearchWords;
import vn.outreach.register.enterprise.Stage;

/** Finds enterprises while somebody types: the first few that fit, best first, and no count of the others. */
@Repository
class EnterpriseFinder {

    static final int MOST = 8;

    /** An enterprise that was found, for a line of a short list. */
    record Found(String taxCode, String name, String zone, Integer workers, Stage stage) {}

    private final JdbcClient jdbc;

    EnterpriseFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One more than is shown, where there is one. Names that begin with what was typed come first. */
    List<Found> find(SearchWords words) {
        MapSqlParameterSource parameters = new MapSqlParameterSource("most", MOST + 1);
        String first = words.words().get(0);
        parameters.addValue("begins", first + "%").addValue("word", "% " + first + "%");
        return jdbc.sql("""
                select tax_code as taxCode, name, zone, workers, stage from enterprise e where 1 = 1""" + words.condition("e", parameters) + """
                 order by case when e.tax_code like :begins or e.search_name like :begins then 0
                    when e.search_name like :word then 1 else 2 end, e.sort_name, e.tax_code
                fetch first :most rows only""")
                .paramSource(parameters)
                .query(Found.class)
                .list();
    }

    /** The names of all zones, for a choice. */
    List<String> zones() {
        return jdbc
                .sql("select distinct zone from enterprise where zone is not null")
                .query(String.class)
                .list()
                .stream()
                .sorted(VietnameseOrder.BY_NAME)
                .toList();
    }
}
