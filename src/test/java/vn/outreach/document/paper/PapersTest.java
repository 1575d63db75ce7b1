package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.process.TaskCase;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** Row and content of a paper, together or not at all. */
@Tag("both-databases")
class PapersTest {

    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final CurrentUser OFFICER = SystemsFixture.person("officer1", "outreachOfficers");
    private static final TaskCase SURVEY = new TaskCase("t1", STEEL, null, "survey", "conductSurvey", "p1");

    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path home;

    private PaperStore store;
    private PaperRows rows;
    private Papers papers;

    @BeforeEach
    void open() {
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
        PaperSettings settings = new PaperSettings(home, DataSize.ofKilobytes(100), 90, "", Duration.ofSeconds(1), Map.of());
        store = new PaperStore(settings);
        rows = new PaperRows(database.jdbc());
        papers = papers(rows);
    }

    private Papers papers(PaperRows table) {
        var audit = AuditFixture.on(database, () -> OFFICER, CLOCK);
        PaperSettings settings = new PaperSettings(home, DataSize.ofKilobytes(100), 90, "", Duration.ofSeconds(1), Map.of());
        return new Papers(store, table, new VirusScan(settings, audit), RegisterFixture.on(database, CLOCK), audit,
                database.transaction().getTransactionManager(), CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** An unsigned draft is among the papers, but a step that needs the paper waits for the signed one. */
    @Test
    void whatTheProductDraftedCountsOnlyOnceItIsSigned() {
        NewPaper minutes = NewPaper.of(SURVEY, PaperType.WORK_MINUTES, "du-thao.jpg");
        Paper draft = papers.add(minutes, new ByteArrayInputStream(Samples.jpeg()), OFFICER);
        assertThat(rows.isThere(STEEL, PaperType.WORK_MINUTES, null)).isTrue();
        database.jdbc().sql("""
                insert into draft (template, period, issuer, kind, number, number_text, tax_code, task_id, process_instance_id,
                    paper_id, made_by, made_at)
                values ('WORK_MINUTES', '2025–2030', 'COMMITTEE', 'BB', 1, '01-BB/ĐUK', ?, 't1', 'p1', ?, 'officer1',
                    current_timestamp)""").params(STEEL, draft.id()).update();
        assertThat(rows.isThere(STEEL, PaperType.WORK_MINUTES, null)).isFalse();

        papers.add(new NewPaper(STEEL, PaperType.WORK_MINUTES, null, null, "da-ky.png", SURVEY, draft.id()),
                new ByteArrayInputStream(Samples.png()), OFFICER);
        assertThat(rows.isThere(STEEL, PaperType.WORK_MINUTES, null)).isTrue();
    }

    @Test
    void aPaperOfAStep_isThereWithItsContent() throws IOException {
        byte[] content = Samples.pdf();
        Paper added = papers.add(NewPaper.of(SURVEY, PaperType.SURVEY_SHEET, "Phiếu khảo sát.pdf")
                .numbered("12-PKS", LocalDate.of(2026, 11, 20)), new ByteArrayInputStream(content), OFFICER);

        assertThat(added).isEqualTo(papers.require(STEEL, added.id()));
        assertThat(added.version()).isEqualTo(1);
        assertThat(added.fileName()).isEqualTo("Phiếu khảo sát.pdf");
        assertThat(added.mediaType()).isEqualTo("application/pdf");
        assertThat(added.phase() + "." + added.step() + " " + added.taskId()).isEqualTo("survey.conductSurvey t1");
        assertThat(added.uploadedBy() + " " + added.uploadedAt().toInstant()).isEqualTo("officer1 " + CLOCK.instant());
        assertThat(added.storageKey()).isEqualTo(added.sha256().substring(0, 2) + "/" + added.sha256().substring(2, 4) + "/" + added.sha256());
        assertThat(store.open(added)).hasBinaryContent(content);
        assertThat(contents()).hasSize(1);
    }

    @Test
    void aNewVersion_keepsTheOldOne() {
        Paper first = add(Samples.pdf(), null);
        Paper second = add(Samples.pdf(), first.id());

        assertThat(second.chain()).isEqualTo(first.chain());
        assertThat(second.version()).isEqualTo(2);
        assertThat(rows.of(STEEL)).extracting(Paper::id).containsExactly(second.id(), first.id());
        assertThat(contents()).hasSize(2);
        refused("changed-meanwhile", () -> add(Samples.pdf(), first.id()));
        refused("paper-unknown", () -> add(Samples.pdf(), 999L));
    }

    @Test
    void theSameAgain_isNoOtherPaper() {
        byte[] content = Samples.png();
        Paper first = add(content, null);
        refused("paper-duplicate", () -> add(content, null));
        papers.withdraw(first, "nhầm", OFFICER);
        assertThat(add(content, null).sha256()).isEqualTo(first.sha256());
        assertThat(contents()).hasSize(1);
    }

    @Test
    void twoVersionsAtOnce_oneIsTold() throws Exception {
        Paper first = add(Samples.pdf(), null);
        List<Throwable> failures = atOnce(Stream.generate(() -> (Callable<Paper>) () -> add(Samples.pdf(), first.id())).limit(6).toList());
        assertThat(failures).hasSize(5).allSatisfy(failure -> assertThat(Refusal.in(failure).code()).isEqualTo("changed-meanwhile"));
        assertThat(rows.of(STEEL)).extracting(Paper::version).containsExactly(2, 1);
    }

    @Test
    void manyAtOnce_areAllThere() throws Exception {
        assertThat(atOnce(Stream.generate(() -> (Callable<Paper>) () -> add(Samples.pdf(), null)).limit(12).toList())).isEmpty();
        assertThat(rows.of(STEEL)).hasSize(12).allSatisfy(paper -> assertThat(store.open(paper)).exists());
        assertThat(incoming()).isEmpty();
    }

    /** As when the process is killed, or the database is gone, between the two. */
    @Test
    void whatEndsBetweenContentAndRow_leavesNoPaper_andIsDoneAgain() {
        byte[] content = Samples.pdf();
        Papers interrupted = papers(new PaperRows(database.jdbc()) {
            @Override
            long insert(Paper paper) {
                throw new IllegalStateException("killed");
            }
        });
        assertThatThrownBy(() -> interrupted.add(paper(null), new ByteArrayInputStream(content), OFFICER)).hasMessage("killed");
        assertThat(rows.of(STEEL)).isEmpty();
        assertThat(contents()).hasSize(1);
        assertThat(store.open(papers.add(paper(null), new ByteArrayInputStream(content), OFFICER))).hasBinaryContent(content);
        assertThat(contents()).hasSize(1);
    }

    @Test
    void aSenderWhoBreaksOff_leavesNothing() {
        InputStream brokenOff = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 50) {
                    throw new IOException("gone");
                }
                return '%';
            }
        };
        assertThat(catchThrowable(() -> papers.add(paper(null), brokenOff, OFFICER))).hasRootCauseMessage("gone");
        assertThat(rows.of(STEEL)).isEmpty();
        assertThat(incoming()).isEmpty();
        assertThat(contents()).isEmpty();
    }

    @Test
    void whatIsTooLargeOrNothingThatIsTaken_leavesNothing() {
        refused("paper-too-large", () -> add(Samples.pdfOf(100 * 1024 + 1), null));
        refused("paper-kind", () -> add(Samples.exe(), null));
        assertThat(incoming()).isEmpty();
        assertThat(contents()).isEmpty();
        assertThat(add(Samples.pdfOf(100 * 1024), null).size()).isEqualTo(100 * 1024);
    }

    @Test
    void papersOfCandidates_areNeverTaken() {
        TaskCase admission = new TaskCase("t2", STEEL, "UV-2026-0001", "memberAdmission", "openCandidateFile", "p2");
        refused("paper-of-candidate", () -> papers.add(
                NewPaper.of(admission, PaperType.OTHER, "a.pdf"), new ByteArrayInputStream(Samples.pdf()), OFFICER));
        assertThat(contents()).isEmpty();
    }

    @Test
    void aContentThatChangedOnTheDisk_isNotHandedOut() throws IOException {
        Paper paper = add(Samples.pdf(), null);
        Path file = home.resolve(paper.storageKey());
        Files.write(file, Samples.pdf());
        refused("paper-damaged", () -> store.open(paper));
        Files.delete(file);
        refused("paper-damaged", () -> store.open(paper));
    }

    @Test
    void whatAKilledProcessLeft_isClearedOnceNoUploadCanStillBeGoingOn() throws IOException {
        add(Samples.pdf(), null);
        Path old = Files.createFile(store.incoming().resolve("paper1.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minus(Duration.ofHours(2))));
        Path young = Files.createFile(store.incoming().resolve("paper2.tmp"));
        new Leftovers(store).pass();
        assertThat(incoming()).containsExactly(young);
        assertThat(contents()).hasSize(1);
    }

    @Test
    void whatIsWithdrawn_staysToBeSeen_andIsAudited() {
        Paper paper = add(Samples.pdf(), null);
        Paper withdrawn = papers.withdraw(paper, "Gửi nhầm doanh nghiệp", OFFICER);
        assertThat(withdrawn.withdrawnBy() + ": " + withdrawn.withdrawnReason()).isEqualTo("officer1: Gửi nhầm doanh nghiệp");
        assertThat(store.open(withdrawn)).exists();
        refused("paper-withdrawn", () -> papers.withdraw(paper, "lần nữa", OFFICER));
        refused("paper-withdrawn", () -> papers.describe(withdrawn, 2, PaperType.OTHER, null, null));
        refused("paper-withdrawn", () -> add(Samples.pdf(), paper.id()));
        assertThat(database.jdbc().sql("select user_id || ' ' || action || ' ' || subject || ' ' || new_value from audit")
                .query(String.class).list())
                .containsExactly("officer1 PAPER_WITHDRAWN " + STEEL + "/" + paper.id() + " Gửi nhầm doanh nghiệp");
    }

    @Test
    void typeNumberAndDate_areChangedByWhoHasSeenTheLast() {
        Paper paper = add(Samples.pdf(), null);
        Paper after = database.transaction().execute(status ->
                papers.describe(paper, 1, PaperType.WORK_MINUTES, "7-BB", LocalDate.of(2026, 11, 23)));
        assertThat(after.type() + " " + after.number() + " " + after.date() + " " + after.revision())
                .isEqualTo("WORK_MINUTES 7-BB 2026-11-23 2");
        refused("changed-meanwhile", () -> papers.describe(paper, 1, PaperType.OTHER, null, null));
        refused("date-future", () -> papers.describe(paper, 2, PaperType.OTHER, null, LocalDate.of(2026, 11, 24)));
        assertThat(papers.require(STEEL, paper.id())).isEqualTo(after);
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Paper add(byte[] content, Long replaces) {
        return papers.add(paper(replaces), new ByteArrayInputStream(content), OFFICER);
    }

    private static NewPaper paper(Long replaces) {
        return new NewPaper(STEEL, PaperType.SURVEY_SHEET, null, null, "a.pdf", null, replaces);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThat(Refusal.in(catchThrowable(act))).isNotNull().extracting(Refusal::code).isEqualTo(code);
    }

    private static List<Throwable> atOnce(List<Callable<Paper>> uploads) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Throwable> failures = new ArrayList<>();
        for (Future<Paper> upload : threads.invokeAll(uploads)) {
            Throwable failure = catchThrowable(upload::get);
            if (failure != null) {
                failures.add(failure);
            }
        }
        threads.shutdown();
        return failures;
    }

    private List<Path> contents() {
        return files(home).filter(file -> !file.startsWith(store.incoming())).toList();
    }

    private List<Path> incoming() {
        return files(store.incoming()).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
