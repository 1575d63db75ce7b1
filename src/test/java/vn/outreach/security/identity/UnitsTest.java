package vn.outreach.security.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.security.identity.Units.Unit;

/** What a unit may do comes with what is written of it, not with its name. */
@ExtendWith(OutputCaptureExtension.class)
class UnitsTest {

    private static final String STEEL = "0100047516";

    @Test
    void aRenamedUnitMayDoWhatItMightBefore() {
        Units before = SystemsFixture.units();
        Units after = new Units(before.units().stream().map(unit -> called(renamed(unit.id()), unit)).toList());
        after.check();
        for (Unit unit : before.units()) {
            assertThat(rights(after, renamed(unit.id()))).as(unit.id()).isEqualTo(rights(before, unit.id()));
            assertThat(rights(after, unit.id())).as("the old name of %s", unit.id()).isEqualTo(rights(before, "nobody"));
        }
        assertThat(after.theOneWith(Capability.HOSTS_ADMISSIONS)).isEqualTo("renamedMobileCell");
    }

    @Test
    void aSecondUnitWithTheSameCapabilitiesMayDoTheSame() {
        Units before = SystemsFixture.units();
        Unit board = before.units().stream().filter(unit -> unit.id().equals("organisationBoard")).findFirst().orElseThrow();
        Units after = new Units(Stream.concat(before.units().stream(), Stream.of(called("secondBoard", board))).toList());
        after.check();
        assertThat(rights(after, "secondBoard")).isEqualTo(rights(after, "organisationBoard"))
                .isEqualTo(rights(before, "organisationBoard"));
        assertThat(after.with(Capability.WRITES_PLANS)).containsExactly("organisationBoard", "secondBoard");
    }

    @Test
    void administratorsHaveTheirFew_andSeeNoAdmission() {
        CurrentUser admin = SystemsFixture.person("admin", Bootstrap.ADMINISTRATORS);
        assertThat(Stream.of(Capability.values()).filter(admin::can)).containsExactly(
                Capability.WRITES_REGISTER, Capability.READS_NOTIFICATIONS, Capability.SEES_NOTICES, Capability.KEEPS_HOLIDAYS, Capability.KEEPS_TEMPLATES);
        assertThat(admin.admissions().isNone()).isTrue();
    }

    @Test
    void whoOnlyBelongsToTheHeadsHeadsNothing() {
        assertThat(SystemsFixture.person("a", "heads").heads(List.of("heads", "zoneUnion"))).isFalse();
        assertThat(SystemsFixture.person("a", "zoneUnion").heads(List.of("zoneUnion"))).isFalse();
        assertThat(SystemsFixture.person("a", "heads", "zoneUnion").heads(List.of("youthUnion"))).isFalse();
        assertThat(SystemsFixture.person("a", "heads", "zoneUnion").heads(List.of("heads", "zoneUnion"))).isTrue();
    }

    @Test
    void aCapabilityThatNobodyHasOrTwoHaveIsRefused() {
        Unit cell = unit("cell", "hostsAdmissions");
        assertThatThrownBy(() -> new Units(List.of(cell, unit("other", "hostsAdmissions"))).check())
                .isInstanceOfSatisfying(StartRefused.class, refused -> assertThat(refused.sentences())
                        .hasSize(Capability.values().length)
                        .contains("Quyền “hostsAdmissions” phải thuộc đúng một đơn vị (outreach.units), nay thuộc: cell, other.",
                                "Chưa đơn vị nào (outreach.units) có quyền “writesPlans”; hãy ghi quyền này vào capabilities của một đơn vị."));
    }

    @Test
    void anUnknownCapabilityIsRefusedAtTheStart_inASentence(CapturedOutput output) {
        SpringApplication application = new SpringApplication(OnlyUnits.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        Throwable failure = catchThrowable(() -> application.run(
                "--spring.datasource.url=jdbc:h2:mem:never", "--outreach.units[0].id=organisationBoard",
                "--outreach.units[0].name=Ban", "--outreach.units[0].capabilities=writesPlan"));
        assertThat(failure).hasRootCauseInstanceOf(StartRefused.class);
        assertThat(output).contains("Hệ thống không khởi động",
                "Đơn vị “organisationBoard” (outreach.units) có quyền “writesPlan” mà hệ thống không biết", "writesPlans, ");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(Units.class)
    static class OnlyUnits {
    }

    private static String renamed(String id) {
        return "renamed" + Character.toUpperCase(id.charAt(0)) + id.substring(1);
    }

    private static Unit called(String id, Unit unit) {
        return new Unit(id, unit.name(), unit.apps(), unit.worksOn(), unit.ownTasks(), unit.reads(), unit.starts(), unit.messages(),
                unit.works(), unit.sends(), unit.topics(), unit.capabilities());
    }

    private static Unit unit(String id, String... capabilities) {
        List<String> none = List.of();
        return new Unit(id, id, none, none, none, none, none, none, none, none, none, List.of(capabilities));
    }

    /** All that is asked about a member of one unit. */
    private static List<Object> rights(Units units, String unit) {
        CurrentUser person = units.person("somebody", List.of(unit));
        AdmissionVisibility admissions = person.admissions();
        PersonalData personalData = new PersonalData(units, new Systems(units));
        List<Object> rights = new ArrayList<>(Arrays.stream(Capability.values()).filter(person::can).toList());
        rights.addAll(List.of(person.units().stream().map(Unit::name).toList(), person.opens("tasklist"), person.opens("cockpit"),
                person.inHostCell(), person.mayBringTo(STEEL), admissions.all(), admissions.exceptOfOtherCells(),
                admissions.covers(STEEL, unit), admissions.covers(STEEL, "cell" + STEEL), personalData.mayRead(person),
                personalData.worksWithOwners(person), new Systems(units).isOne(person),
                new OwnTaskReaders(units).include(person.groups()), new WorkUnits(units).of(person.groups()).size()));
        return rights;
    }
}
