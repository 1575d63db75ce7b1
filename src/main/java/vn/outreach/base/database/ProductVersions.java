package vn.outreach.base.database;

import java.lang.module.ModuleDescriptor.Version;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which versions of the product this database has seen, each with the fingerprint of its models. A jar that is older
 * than the newest of them changes nothing that comes with a version: models, grants, filters.
 */
@Component
public class ProductVersions {

    private static final Logger LOG = LoggerFactory.getLogger(ProductVersions.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String own;
    private boolean older;

    ProductVersions(JdbcClient jdbc, Clock clock, @Value("${outreach.version}") String own) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.own = own;
    }

    /** Whether this jar was found to be older than what the database has seen. */
    public boolean isOlder() {
        return older;
    }

    /**
     * Compares this jar with what the database has seen, and enters it when it is new: of a higher version, or of the
     * same version with models never seen before. Models that another set of the same version has replaced are older.
     *
     * @param models the fingerprint of this jar's models
     */
    public void settle(String models) {
        Optional<Seen> newest = newest();
        int order = newest.map(seen -> compare(own, seen.version())).orElse(1);
        if (order > 0 || order == 0 && !knows(models)) {
            enter(models);
        } else if (order < 0 || !newest.get().models().equals(models)) {
            older = true;
            LOG.warn(
                    "Bản {} này cũ hơn bản {} mà cơ sở dữ liệu đã dùng: mô hình, quyền và bộ lọc được giữ như bản mới hơn."
                            + " Muốn dùng lại mô hình cũ thì phải tăng số phiên bản.",
                    own,
                    newest.get().version());
        }
    }

    private record Seen(String version, String models) {}

    private Optional<Seen> newest() {
        return jdbc
                .sql("select version, models from product_version order by seen_at")
                .query(Seen.class)
                .list()
                .stream()
                // Of equals the later one stays.
                .reduce((one, next) -> compare(next.version(), one.version()) >= 0 ? next : one);
    }

    private boolean knows(String models) {
        return jdbc.sql("select count(*) from product_version where version = ? and models = ?")
                        .params(own, models)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void enter(String models) {
        jdbc.sql("insert into product_version(version, models, seen_at) values (?, ?, ?)")
                .params(own, models, Timestamp.from(clock.instant()))
                .update();
    }

    /** 2026.2 is older than 2026.10, and 2026.1 older than 2026.1.1. */
    static int compare(String one, String other) {
        return Version.parse(one).compareTo(Version.parse(other));
    }
}
