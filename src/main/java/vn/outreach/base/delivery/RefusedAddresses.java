package vn.outreach.base.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.database.Upsert;
import vn.outreach.base.text.Shortened;

/**
 * Table refused_address: where a channel's receiver refused the address itself for good, one row for each recipient. It
 * holds for that address only: with another one the recipient is tried again.
 */
@Repository
public class RefusedAddresses {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int LONGEST_ADDRESS = 255;
    private static final int LONGEST_ANSWER = 500;
    private static final String SELECT = "select recipient, address, answer, refused_at from refused_address ";

    private final JdbcClient jdbc;
    private final Upsert upsert;

    public RefusedAddresses(JdbcClient jdbc, Upsert upsert) {
        this.jdbc = jdbc;
        this.upsert = upsert;
    }

    /** @param answer what the receiver said, as a sentence */
    public record Refusal(String recipient, String address, String answer, Instant since) {

        /** Whether it is this address that was refused, and not an earlier one. */
        public boolean isOf(String other) {
            return address.equals(Shortened.to(LONGEST_ADDRESS, other));
        }
    }

    public Optional<Refusal> of(String channel, String recipient) {
        return jdbc.sql(SELECT + "where channel = ? and recipient = ?")
                .params(channel, recipient)
                .query(RefusedAddresses::row)
                .optional();
    }

    /** All of a channel. */
    public List<Refusal> of(String channel) {
        return jdbc.sql(SELECT + "where channel = ? order by recipient")
                .param(channel)
                .query(RefusedAddresses::row)
                .list();
    }

    void mark(String channel, String recipient, String address, String answer, Instant now) {
        LocalDateTime at = LocalDateTime.ofInstant(now.truncatedTo(ChronoUnit.MILLIS), ZONE);
        String shortAddress = Shortened.to(LONGEST_ADDRESS, address);
        String shortAnswer = Shortened.to(LONGEST_ANSWER, answer);
        upsert.write(
                () -> jdbc.sql("update refused_address set address = ?, answer = ?, refused_at = ?"
                                + " where channel = ? and recipient = ?")
                        .params(shortAddress, shortAnswer, at, channel, recipient)
                        .update(),
                () -> jdbc.sql("insert into refused_address (address, answer, refused_at, channel, recipient)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(shortAddress, shortAnswer, at, channel, recipient)
                        .update());
    }

    /** Whatever was refused of this recipient's is tried again. */
    public void forget(String channel, String recipient) {
        jdbc.sql("delete from refused_address where channel = ? and recipient = ?")
                .params(channel, recipient)
                .update();
    }

    private static Refusal row(ResultSet rs, int number) throws SQLException {
        return new Refusal(
                rs.getString("recipient"),
                rs.getString("address"),
                rs.getString("answer"),
                rs.getObject("refused_at", LocalDateTime.class).atZone(ZONE).toInstant());
    }
}
