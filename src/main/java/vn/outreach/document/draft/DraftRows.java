package vn.outreach.document.draft;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Which number went to which paper: one row for each draft that was made, never changed. */
@Repository
class DraftRows {

    private final JdbcClient jdbc;

    DraftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * {@code number} for a draft that took one; {@code paperId} for a paper of an enterprise; {@code content} for one
     * of no enterprise, which the package paper cannot keep.
     */
    record DraftRow(
            DraftTemplate template,
            DraftNumbers.Sequence sequence,
            Integer number,
            String numberText,
            String taxCode,
            String taskId,
            String processInstanceId,
            Long paperId,
            byte[] content,
            String contentKey,
            String madeBy,
            OffsetDateTime madeAt) {}

    /**
     * What a draft is called when it is shown; {@code paperId} is null for a paper of no enterprise, {@code number} for
     * a plan that was not approved when it was drafted.
     */
    record MadeDraft(
            long id, DraftTemplate template, String number, String taskId, Long paperId, OffsetDateTime madeAt) {}

    /** A draft that is no enterprise's paper. */
    record KeptDraft(String fileName, byte[] content) {}

    long insert(DraftRow row) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into draft (template, period, issuer, kind, number, number_text, tax_code, task_id,
                    process_instance_id, paper_id, content, content_key, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        row.template().name(),
                        row.sequence().period(),
                        row.sequence().issuer().name(),
                        row.sequence().kind(),
                        row.number(),
                        row.numberText(),
                        row.taxCode(),
                        row.taskId(),
                        row.processInstanceId(),
                        row.paperId(),
                        row.content(),
                        row.contentKey(),
                        row.madeBy(),
                        row.madeAt())
                .update(key, "id");
        return key.getKey().longValue();
    }

    /**
     * The draft that this person made of the same template and the same content at this task since then; no withdrawn
     * one.
     */
    Optional<MadeDraft> same(
            String taskId, DraftTemplate template, String contentKey, String user, long after, OffsetDateTime since) {
        return jdbc.sql("""
                select id, template, number_text as number, task_id as taskId, paper_id as paperId, made_at as madeAt
                from draft d where task_id = ? and template = ? and content_key = ? and made_by = ? and id > ? and made_at >= ?
                    and not exists (select 1 from paper p where p.id = d.paper_id and p.withdrawn_at is not null)
                order by id fetch first 1 rows only""")
                .params(taskId, template.name(), contentKey, user, after, since)
                .query(MadeDraft.class)
                .optional();
    }

    /** Of one process, the newest first. */
    List<MadeDraft> of(String processInstanceId) {
        return jdbc.sql("""
                select id, template, number_text as number, task_id as taskId, paper_id as paperId, made_at as madeAt
                from draft where process_instance_id = ? order by id desc""").param(processInstanceId).query(MadeDraft.class).list();
    }

    /** Only of this process: who sees one plan's tasks asks for that plan's drafts. */
    Optional<KeptDraft> kept(long id, String processInstanceId) {
        return jdbc.sql(
                        "select template, content from draft where id = ? and process_instance_id = ? and content is not null")
                .params(id, processInstanceId)
                .query((row, number) -> new KeptDraft(
                        DraftTemplate.valueOf(row.getString("template")).fileName() + ".docx", row.getBytes("content")))
                .optional();
    }
}
