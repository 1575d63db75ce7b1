package vn.outreach.security.login;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads accounts of the engine with all that each request asks of them, in one statement. */
@Repository
public class Accounts {

    private static final int LONGEST_SOURCE = 64;
    private static final String LOOK = """
            select u.ID_ as id, u.PWD_ as mark, m.GROUP_ID_ as unit,
                exists (select 1 from login_failure f where f.account = u.ID_ and f.source = :source) as failed,
                exists (select 1 from ACT_RU_AUTHORIZATION a where a.TYPE_ = 2 and (a.USER_ID_ in (u.ID_, '*')
                    or a.GROUP_ID_ = 'hostCells' or a.GROUP_ID_ in (select o.GROUP_ID_ from ACT_ID_MEMBERSHIP o where o.USER_ID_ = u.ID_))) as revoked
            from ACT_ID_USER u left join ACT_ID_MEMBERSHIP m on m.USER_ID_ = u.ID_
            where u.ID_ in (:ids)""";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first of these ids that is an account's, for a request that comes from there. */
    public Optional<Account> find(List<String> ids, String source) {
        Map<String, Account> found = new LinkedHashMap<>();
        jdbc.sql(LOOK)
                .param("ids", ids)
                .param("source", source.length() <= LONGEST_SOURCE ? source : source.substring(0, LONGEST_SOURCE))
                .query((row, number) -> new Account(
                        row.getString("id"),
                        row.getString("mark") == null ? "" : row.getString("mark"),
                        row.getString("unit") == null ? Set.of() : Set.of(row.getString("unit")),
                        row.getBoolean("failed"),
                        row.getBoolean("revoked")))
                .list()
                .forEach(row -> found.merge(row.id(), row, Accounts::both));
        return ids.stream().filter(found::containsKey).findFirst().map(found::get);
    }

    /** Without a place it comes from. */
    public Optional<Account> find(String id) {
        return find(List.of(id), "");
    }

    private static Account both(Account one, Account other) {
        return new Account(
                one.id(), one.passwordMark(), union(one.groups(), other.groups()), one.failedHere(), one.revoked());
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
