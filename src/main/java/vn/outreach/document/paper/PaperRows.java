package vn.outreach.document.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import vn.outreach.OutreachApplication;

/** The table of papers. Nothing in it is ever deleted. */
@Repository
class PaperRows {

    private static final String COLUMNS =
            "p.id, p.tax_code, p.chain, p.version, p.type, p.number, p.paper_date, p.file_name, p.media_type, "
                    + "p.size_bytes, p.sha256, p.storage_key, p.phase, p.step, p.process_instance_id, p.task_id, "
                    + "p.uploaded_by, p.uploaded_at, p.revision, p.withdrawn_by, p.withdrawn_at, p.withdrawn_reason";

    private final JdbcClient jdbc;

    PaperRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version of every paper: the newest paper first, its versions from the newest to the oldest. */
    List<Paper> of(String taxCode) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from paper p
                join (select chain, min(id) as first_id from paper where tax_code = :taxCode group by chain) c on c.chain = p.chain
                order by c.first_id desc, p.version desc""")
                .param("taxCode", taxCode)
                .query(PaperRows::read)
                .list();
    }

    Optional<Paper> find(String taxCode, long id) {
        return jdbc.sql("select " + COLUMNS + " from paper p where tax_code = ? and id = ?")
                .params(taxCode, id)
                .query(PaperRows::read)
                .optional();
    }

    /** Reads the row and holds it until the transaction ends. */
    Optional<Paper> lock(String taxCode, long id) {
        return jdbc.sql("select " + COLUMNS + " from paper p where tax_code = ? and id = ? for update")
                .params(taxCode, id)
                .query(PaperRows::read)
                .optional();
    }

    int newestVersion(String chain) {
        return jdbc.sql("select max(version) from paper where chain = ?")
                .param(chain)
                .query(Integer.class)
                .single();
    }

    /** The newest version with this content and type that still counts; the same again would be no other paper. */
    Optional<Paper> same(String taxCode, PaperType type, String sha256) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from paper p
                where tax_code = ? and type = ? and sha256 = ? and withdrawn_at is null
                    and version = (select max(version) from paper n where n.chain = p.chain)
                order by id fetch first 1 rows only""")
                .params(taxCode, type.name(), sha256)
                .query(PaperRows::read)
                .optional();
    }

    /**
     * Whether a paper of this type that counts was added after the moment; null stands for the beginning. What the
     * product drafted is no paper yet: the signed one is, as its next version or by itself.
     */
    boolean isThere(String taxCode, PaperType type, OffsetDateTime after) {
        return jdbc.sql("""
                select count(*) from paper
                where tax_code = :taxCode and type = :type and withdrawn_at is null
                    and not exists (select 1 from draft where draft.paper_id = paper.id)
                    and (cast(:after as timestamp(3) with time zone) is null or uploaded_at > :after)""")
                        .param("taxCode", taxCode)
                        .param("type", type.name())
                        .param("after", after)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    long insert(Paper paper) {
        MapSqlParameterSource values = new MapSqlParameterSource()
                .addValue("taxCode", paper.taxCode())
                .addValue("chain", paper.chain())
                .addValue("version", paper.version())
                .addValue("type", paper.type().name())
                .addValue("number", paper.number())
                .addValue("date", paper.date())
                .addValue("fileName", paper.fileName())
                .addValue("mediaType", paper.mediaType())
                .addValue("size", paper.size())
                .addValue("sha256", paper.sha256())
                .addValue("storageKey", paper.storageKey())
                .addValue("phase", paper.phase())
                .addValue("step", paper.step())
                .addValue("processInstanceId", paper.processInstanceId())
                .addValue("taskId", paper.taskId())
                .addValue("uploadedBy", paper.uploadedBy())
                .addValue("uploadedAt", paper.uploadedAt());
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into paper (tax_code, chain, version, type, number, paper_date, file_name, media_type, size_bytes,
                    sha256, storage_key, phase, step, process_instance_id, task_id, uploaded_by, uploaded_at, revision)
                values (:taxCode, :chain, :version, :type, :number, :date, :fileName, :mediaType, :size,
                    :sha256, :storageKey, :phase, :step, :processInstanceId, :taskId, :uploadedBy, :uploadedAt, 1)""").paramSource(values).update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void describe(long id, PaperType type, String number, LocalDate date) {
        jdbc.sql("update paper set type = ?, number = ?, paper_date = ?, revision = revision + 1 where id = ?")
                .params(type.name(), number, date, id)
                .update();
    }

    void withdraw(long id, String user, OffsetDateTime at, String reason) {
        jdbc.sql("""
                update paper set withdrawn_by = ?, withdrawn_at = ?, withdrawn_reason = ?, revision = revision + 1
                where id = ?""").params(user, at, reason, id).update();
    }

    private static Paper read(ResultSet row, int number) throws SQLException {
        return new Paper(
                row.getLong("id"),
                row.getString("tax_code"),
                row.getString("chain"),
                row.getInt("version"),
                PaperType.valueOf(row.getString("type")),
                row.getString("number"),
                row.getObject("paper_date", LocalDate.class),
                row.getString("file_name"),
                row.getString("media_type"),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getString("storage_key"),
                row.getString("phase"),
                row.getString("step"),
                row.getString("process_instance_id"),
                row.getString("task_id"),
                row.getString("uploaded_by"),
                instant(row, "uploaded_at"),
                row.getInt("revision"),
                row.getString("withdrawn_by"),
                instant(row, "withdrawn_at"),
                row.getString("withdrawn_reason"));
    }

    private static OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null
                ? null
                : at.atZoneSameInstant(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
    }
}
