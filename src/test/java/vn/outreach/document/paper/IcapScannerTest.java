package vn.outreach.document.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.register.enterprise.RegisterFixture;
import vn.outreach.security.audit.AuditFixture;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.SystemsFixture;
import vn.outreach.testing.TestDatabase;

/** What a virus scanner says decides; a small scanner of ours says what scanners say. */
class IcapScannerTest {

    private static final String STEEL = "0100047516";
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T03:04:05.678Z"), OutreachApplication.ZONE.toZoneId());
    private static final CurrentUser OFFICER = SystemsFixture.person("officer1", "outreachOfficers");

    private final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path home;

    @BeforeEach
    void register() {
        RegisterFixture.add(database, CLOCK, STEEL, "officer1");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatTheScannerLetsPass_isTaken_afterItHasSeenAllOfIt() {
        byte[] content = Samples.pdfOf(70_000);
        try (IcapServer scanner = IcapServer.answering("ICAP/1.0 204 No Content\r\nISTag: \"1\"\r\n\r\n")) {
            Paper paper = add(scanner.address(), content);
            assertThat(paper.size()).isEqualTo(content.length);
            assertThat(scanner.head()).startsWith("RESPMOD " + scanner.address() + " ICAP/1.0").contains("Allow: 204");
            assertThat(scanner.content()).isEqualTo(content);
        }
    }

    @Test
    void whatItBlocks_isNot_andTheAuditKnows() {
        try (IcapServer scanner = IcapServer.answering("ICAP/1.0 200 OK\r\nX-Infection-Found: Type=0; Resolution=2; "
                + "Threat=Eicar-Test-Signature;\r\nEncapsulated: res-hdr=0, res-body=20\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n0\r\n\r\n")) {
            Refusal refusal = refused(scanner.address());
            assertThat(refusal.code()).isEqualTo("paper-infected");
            assertThat(refusal.getMessage()).contains("Eicar-Test-Signature").contains("không được lưu");
        }
        assertThat(database.jdbc().sql("select action || ' ' || subject from audit").query(String.class).list())
                .containsExactly("PAPER_REFUSED " + STEEL);
        assertNothingStored();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "ICAP/1.0 500 Server Error\r\n\r\n", "ICAP/1.0 404 Service not found\r\n\r\n", "HTTP/1.1 204 No Content\r\n\r\n",
        "ICAP/1.0 204 No Content\r\nX-Half: ", "", "\u0000\u0001\u0002\n"})
    void anAnswerThatSaysNothing_isANo(String answer) {
        try (IcapServer scanner = IcapServer.answering(answer)) {
            assertThat(refused(scanner.address()).code()).isEqualTo("paper-scan-failed");
        }
        assertNothingStored();
    }

    @Test
    void aScannerThatIsNotThere_orDoesNotAnswer_isANo() {
        String gone;
        try (IcapServer scanner = IcapServer.answering("")) {
            gone = scanner.address();
        }
        Refusal refusal = refused(gone);
        assertThat(refusal.code()).isEqualTo("paper-scan-failed");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        try (IcapServer mute = IcapServer.mute()) {
            assertThat(refused(mute.address()).code()).isEqualTo("paper-scan-failed");
        }
        assertNothingStored();
    }

    @Test
    void anAddressThatIsNone_isSaidAtTheStart() {
        assertThatThrownBy(() -> papers("http://scanner:1344/avscan")).isInstanceOf(StartRefused.class).hasMessageContaining("outreach.papers.icap");
    }

    // -------------------------------------------------------------------------------------------------------------------

    private Paper add(String icap, byte[] content) {
        return papers(icap).add(new NewPaper(STEEL, PaperType.OTHER, null, null, "a.pdf", null, null), new ByteArrayInputStream(content), OFFICER);
    }

    private Refusal refused(String icap) {
        Refusal refusal = Refusal.in(catchThrowable(() -> add(icap, Samples.pdf())));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private Papers papers(String icap) {
        PaperSettings settings = new PaperSettings(home, DataSize.ofMegabytes(1), 90, icap, Duration.ofSeconds(1), Map.of());
        var audit = AuditFixture.on(database, () -> OFFICER, CLOCK);
        return new Papers(new PaperStore(settings), new PaperRows(database.jdbc()), new VirusScan(settings, audit),
                RegisterFixture.on(database, CLOCK), audit, database.transaction().getTransactionManager(), CLOCK);
    }

    private void assertNothingStored() {
        assertThat(new PaperRows(database.jdbc()).of(STEEL)).isEmpty();
        try (Stream<Path> files = Files.walk(home)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
