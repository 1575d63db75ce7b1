package vn.outreach.security.audit;

import org.springframework.stereotype.Component;

/**
 * Walks the chain from its start and names the first row that is not as it was written. Who owns the database can write
 * the whole chain anew; that shows only to somebody who noted number and hash of its end elsewhere, so both are told.
 */
@Component
class AuditCheck {

    private final AuditRows rows;
    private final AuditSearch search;

    AuditCheck(AuditRows rows, AuditSearch search) {
        this.rows = rows;
        this.search = search;
    }

    /** What the walk came to. */
    sealed interface Verdict {}

    /** All is as it was written; {@code rows} and {@code hash} are what an administrator notes elsewhere. */
    record Intact(boolean intact, long rows, String hash) implements Verdict {}

    record Broken(boolean intact, long firstBrokenId, String reason) implements Verdict {}

    Verdict verdict() {
        AuditRows.End end = rows.end();
        Walk walk = new Walk();
        try {
            // What is appended meanwhile lies behind the end: the next check sees it.
            search.each(AuditSearch.Filter.NONE, end.id(), walk::next);
            walk.end(end);
        } catch (BrokenChain broken) {
            return new Broken(false, broken.id, broken.sentence);
        }
        return new Intact(true, end.id(), end.hash());
    }

    /** How far the chain holds. */
    private static final class Walk {

        private long id;
        private String hash = Sha256.START;

        void next(AuditRow row) {
            if (row.id() > id + 1) {
                throw new BrokenChain(id + 1, "Thiếu dòng số %d: dòng này đã bị xóa.".formatted(id + 1));
            }
            if (row.id() <= id) {
                throw new BrokenChain(row.id(), "Dòng số %d là dòng chèn thêm.".formatted(row.id()));
            }
            String content = row.hashOfContent();
            if (!content.equals(row.contentHash())) {
                throw new BrokenChain(row.id(), "Nội dung dòng số %d đã bị sửa.".formatted(row.id()));
            }
            String link = Sha256.link(hash, content, row.id());
            if (!link.equals(row.hash())) {
                throw new BrokenChain(row.id(), "Mã băm của dòng số %d không nối tiếp dòng trước.".formatted(row.id()));
            }
            id = row.id();
            hash = link;
        }

        void end(AuditRows.End end) {
            if (id < end.id()) {
                throw new BrokenChain(id + 1, "Thiếu các dòng cuối, từ dòng số %d: chúng đã bị xóa.".formatted(id + 1));
            }
            if (!hash.equals(end.hash())) {
                throw new BrokenChain(id, "Dòng cuối (số %d) không khớp với mốc cuối của nhật ký.".formatted(id));
            }
            if (end.lastId() > end.id()) {
                throw new BrokenChain(id + 1, "Sau dòng số %d có dòng chèn thêm.".formatted(id));
            }
        }
    }

    private static final class BrokenChain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final long id;
        private final String sentence;

        BrokenChain(long id, String sentence) {
            super(sentence, null, false, false);
            this.id = id;
            this.sentence = sentence;
        }
    }
}
