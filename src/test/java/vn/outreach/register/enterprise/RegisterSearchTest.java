package vn.outreach.register.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.outreach.register.zone.R__KnownZones;
import vn.outreach.OutreachApplication;
import vn.outreach.testing.TestDatabase;
import vn.outreach.web.KeyPage;
import vn.outreach.web.KeyPaging;
import vn.outreach.web.Paging;

/** Finding and sorting enterprises by their names, on the database itself. */
@Tag("both-databases")
class RegisterSearchTest {

    private static final Clock CLOCK = Clock.system(OutreachApplication.ZONE.toZoneId());
    private static final String STEEL = "3500370371";
    private static final String STEEL_BRANCH = "3500370371-001";

    private final TestDatabase database = TestDatabase.migrated();
    private final Enterprises enterprises = RegisterFixture.on(database, CLOCK);
    private final EnterpriseSearch search = new EnterpriseSearch(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Thép\u00a0Sóng\u00a0Đông", "Th\u200bép Sóng", "MST: 3500370371", "3500370371\u00a0", "Công ty TNHH Thép Sóng Đông",
        "Thép Sóng \u0189ông", "thép–sóng", "THÉP/SÓNG", "\u201eThép\u201c", "Ｔｈéｐ", "3500 370 371", "3500.370.371", "mã số thuế 3500370371",
        "MST 3500370371", "\uff13\uff15\uff10\uff10370371", "Cty Trách nhiệm hữu hạn một thành viên Thép Sóng Đông", "CÔNG TY TNHH MTV thép",
        "sóng đông thép", "TNHH", "The\u0301p", "Thép Sóng Đông Company Limited", "Thép; Sóng, (Đông)"
    })
    void whatLooksTheSameIsFound(String typed) {
        add(STEEL, "TNHH Thép Sóng Đông");
        add("0100047516", "CP Gạch Ngói");
        assertThat(found(typed)).containsExactly(STEEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gạch-ngói", "Gạch Ngói", "gach ngoi", "gạch—ngói", "Công ty Cổ phần Gạch – Ngói", "hoà bình", "hòa  bình"})
    void signsAndTonesOfTheRegisterDoNotHideAName(String typed) {
        add(STEEL, "CP Gạch–Ngói Hòa\u200bBình");
        assertThat(found(typed)).containsExactly(STEEL);
    }

    @Test
    void everyWordCounts() {
        add(STEEL, "TNHH Sóng Vỗ Xa");
        assertThat(found("trách nhiệm hữu hạn một thành viên Công ty Abc Khác")).isEmpty();
        assertThat(found("sóng vỗ xa sóng vỗ xa sóng vỗ xa xanh")).isEmpty();
        assertThat(found("Thương mại Dịch vụ Xây dựng Vận tải Sóng Vỗ Xa")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "!", "\\", "***", "–", "Thé%x", "_____"})
    void signsAreNoPattern(String typed) {
        add(STEEL, "TNHH Thép");
        assertThat(found(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3500370371-001", "3500370371–001", "3500370371 - 001", "3500370371001", "MST: 3500370371\u2011001"})
    void aBranchIsFoundByItsCodeAsWritten(String typed) {
        add(STEEL, "TNHH Thép");
        add(STEEL_BRANCH, "Chi nhánh");
        assertThat(found(typed)).containsExactly(STEEL_BRANCH);
    }

    @Test
    void textWithoutAnythingToReadAsksForNothing() {
        assertThat(Stream.of(null, "", "\u00a0", "\u200b", "\u3164").map(SearchWords::of)).allMatch(SearchWords::isEmpty);
    }

    @Test
    void listsStandInVietnameseOrder_onEachDatabase() {
        add("0100047516", "Đông Xuyên", "Đất Đỏ");
        add("0100233488", "Dung Quất", "Châu Đức");
        add("0314409058", "An Bình", "Cái Mép");
        add("0100109106", "Anh Đào", "Mỹ Xuân A");
        add(STEEL, "Ăng Ten", "Đông Xuyên");
        assertThat(sorted("name")).containsExactly("An Bình", "Anh Đào", "Ăng Ten", "Dung Quất", "Đông Xuyên");
        assertThat(sorted("-zone")).containsExactly("Anh Đào", "Ăng Ten", "Đông Xuyên", "Dung Quất", "An Bình");
        enterprises.apply(STEEL, new RegisterChange().set(EnterpriseField.NAME, "Xa").set(EnterpriseField.ZONE, null));
        assertThat(sorted("name")).endsWith("Xa");
        assertThat(sorted("zone")).endsWith("Xa");
    }

    @Test
    void rowsOfAnOlderFoldingAreRefoldedOnce() {
        add(STEEL, "TNHH Gang\u200bThép–Đúc");
        add("0100047516", "CP Khác");
        database.jdbc().sql("update enterprise set search_name = 'old', sort_name = null, sort_zone = null, version = 7").update();
        Flyway start = Flyway.configure().dataSource(database.dataSource())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + TestDatabase.vendor())
                .javaMigrations(new R__NameKeys()).load();
        assertThat(start.migrate().migrationsExecuted).isEqualTo(1);
        assertThat(start.migrate().migrationsExecuted).isZero();
        assertThat(found("gangthép đúc")).containsExactly(STEEL);
        assertThat(sorted("name")).containsExactly("CP Khác", "TNHH Gang\u200bThép–Đúc");
        assertThat(enterprises.require(STEEL).version()).isEqualTo(7);
    }

    /** Before there was a list of zones. */
    @Test
    void theFirstStartMakesZonesOfWhatSeveralEnterprisesHave_andCallsThemByTheirNames() {
        add(STEEL, "Một", "KCN Phú Mỹ I");
        add("0100047516", "Hai", "Phú Mỹ I");
        add("0100233488", "Ba", "Phú Mỹ I");
        add("0314409058", "Bốn", "Phú Mỹ I mở rộng");
        Flyway start = Flyway.configure().dataSource(database.dataSource())
                .locations("classpath:db/migration/common", "classpath:db/migration/" + TestDatabase.vendor())
                .javaMigrations(new R__NameKeys(), new R__KnownZones()).load();
        assertThat(start.migrate().migrationsExecuted).isEqualTo(2);

        assertThat(database.jdbc().sql("select tax_code || ' ' || zone from enterprise order by tax_code").query(String.class).list())
                .containsExactly("0100047516 Phú Mỹ I", "0100233488 Phú Mỹ I", "0314409058 Phú Mỹ I mở rộng", STEEL + " Phú Mỹ I");
        assertThat(database.jdbc().sql("select a.match_name || ' ' || z.name from zone_alias a join zone z on z.id = a.zone_id")
                .query(String.class).list()).containsExactly("phu my i Phú Mỹ I");
        assertThat(database.jdbc().sql("select tax_code || ' ' || said_by from register_entry where source = 'Danh mục khu, cụm công nghiệp'")
                .query(String.class).list()).containsExactly(STEEL + " system");
        assertThat(database.jdbc().sql("select count(distinct sort_zone) from enterprise").query(Integer.class).single()).isEqualTo(2);
        assertThat(start.migrate().migrationsExecuted).isZero();
    }

    private void add(String taxCode, String name) {
        add(taxCode, name, "Phú Mỹ I");
    }

    /** Equal names follow by their tax codes, so that none is left out and none comes twice. */
    @ParameterizedTest
    @CsvSource({"name, 0314409058 0100047516 0100233488 3500370371", "-name, 3500370371 0100233488 0100047516 0314409058",
        "taxCode, 0100047516 0100233488 0314409058 3500370371", "-taxCode, 3500370371 0314409058 0100233488 0100047516"})
    void theListIsReadOnFromAnyRow(String sort, String taxCodes) {
        add(STEEL, "Đông Xuyên");
        add("0100233488", "Dung Quất");
        add("0100047516", "Dung Quất");
        add("0314409058", "An Bình");
        for (int size : new int[] {1, 2, 3, 4}) {
            List<String> read = new ArrayList<>();
            String after = null;
            do {
                KeyPage<EnterpriseSummary> page = search.find(new EnterpriseSearch.Filter(null, null, null, null, null),
                        KeyPaging.of(after, size, sort, EnterpriseSearch.WALKED_BY, EnterpriseSearch.KEY));
                page.items().forEach(one -> read.add(one.taxCode()));
                after = page.next();
            } while (after != null);
            assertThat(String.join(" ", read)).as("%d at once", size).isEqualTo(taxCodes);
        }
    }

    private void add(String taxCode, String name, String zone) {
        enterprises.insert(taxCode, new RegisterChange().set(EnterpriseField.NAME, name).set(EnterpriseField.ZONE, zone)
                .set(EnterpriseField.SECTOR, "thép").set(EnterpriseField.OWNERSHIP, Ownership.FDI)
                .set(EnterpriseField.WORKERS, 1000).set(EnterpriseField.RESPONSIBLE_MEMBER, "officer1"));
    }

    private List<String> found(String typed) {
        return list(typed, null).stream().map(EnterpriseSummary::taxCode).toList();
    }

    private List<String> sorted(String sort) {
        return list(null, sort).stream().map(EnterpriseSummary::name).toList();
    }

    private List<EnterpriseSummary> list(String typed, String sort) {
        return search.find(new EnterpriseSearch.Filter(typed, null, null, null, null),
                Paging.of(null, null, sort, EnterpriseSearch.SORTED_BY, EnterpriseSearch.KEY)).items();
    }
}
