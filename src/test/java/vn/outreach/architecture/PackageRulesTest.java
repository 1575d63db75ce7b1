package vn.outreach.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.OutreachApplication;
import vn.outreach.process.ProcessVariable;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.register.ledger.Result;

/** What each package may know, and what no class does. The reason of a rule stands in its "because". */
@AnalyzeClasses(packages = "vn.outreach", importOptions = ImportOption.DoNotIncludeTests.class)
class PackageRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LONGEST_DELEGATE = 25;
    private static final int MOST_ANSWERS = 2;
    private static final String CAMUNDA = "org.camunda..";

    /** The processes. They meet in the register, the ledger and the model of the case. */
    private static final String[] PHASES = {
        "survey", "persuasion", "union", "youthunion", "partycell", "admission", "restoration", "caseevent", "plan"
    };

    /** Every package, each above those that it may know. */
    private static final List<String> LAYERS = List.of(
            "boot", "demo", "engine", "lifecycle", "document", "work", "process", "register", "rules", "intake", "security", "web", "base");

    private static final List<String> NOT_YET_NULL_MARKED = List.of(
            "vn.outreach.document.draft", "vn.outreach.document.paper");

    // --- who may know the engine ------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule engineIsKnownByItsTranslatorsOnly = noClasses()
            .that(not(translator()))
            .and(not(equivalentTo(OutreachApplication.class)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMUNDA)
            .because("a service that knows no engine can be read, tested and kept without one");

    @ArchTest
    static final ArchRule servicesKnowNoEngine = noClasses()
            .that()
            .areAnnotatedWith(Service.class)
            .should()
            .dependOnClassesThat(resideInAnyPackage(CAMUNDA, "vn.outreach.engine.."))
            .because("delegates translate, services decide");

    @ArchTest
    static final ArchRule rulesUseTheDecisionEngineAlone = noClasses()
            .that()
            .resideInAPackage("vn.outreach.rules..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine..")
            .because("decisions about people run on a decision engine of their own that keeps no history");

    @ArchTest
    static final ArchRule engineInternalsStayInTheEnginePackage = noClasses()
            .that()
            .resideOutsideOfPackage("vn.outreach.engine..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl..").and(not(equivalentTo(Authentication.class))))
            .because("what is not public API of the engine is used in one place; who is logged in is told by that class alone");

    @ArchTest
    static final ArchRule oneReaderOfPrivateFields = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.outreach.engine.command.EngineField")
            .should()
            .callMethodWhere(DescribedPredicate.describe("opens what is private", call ->
                    call.getTarget().getName().matches("setAccessible|trySetAccessible|makeAccessible|privateLookupIn")))
            .because("EngineInternalsTest lists by it what an engine's upgrade may take away");

    // --- packages ---------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices()
            .matching("vn.outreach.(**)")
            .should()
            .beFreeOfCycles()
            .because("a package that needs another which needs it back is one package");

    @ArchTest
    static void everyPackageHasItsLayer(JavaClasses all) {
        assertThat(all.stream().map(PackageRulesTest::layer).distinct()).containsExactlyInAnyOrderElementsOf(
                Stream.concat(LAYERS.stream(), Stream.of("")).toList());
    }

    @ArchTest
    static void everyPackageSaysWhatMayBeNull(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackage).distinct()
                        .filter(part -> !part.isAnnotatedWith(NullMarked.class)).map(JavaPackage::getName))
                .as("packages that NullAway does not check; a new one begins with @NullMarked in its package-info")
                .containsExactlyInAnyOrderElementsOf(NOT_YET_NULL_MARKED);
    }

    @ArchTest
    static void noPackageKnowsOneAboveIt(JavaClasses all) {
        for (String layer : LAYERS) {
            String[] above = LAYERS.subList(0, LAYERS.indexOf(layer)).stream().map(PackageRulesTest::tree).toArray(String[]::new);
            noClasses().that().resideInAPackage(tree(layer)).should().dependOnClassesThat().resideInAnyPackage(above)
                    .because("what is below can be read, tested and kept without what is above")
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule onlyTheStartKnowsTheEnginePackage = noClasses()
            .that()
            .resideOutsideOfPackages(tree("engine"), tree("boot"), tree("demo"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(tree("engine"))
            .because("phases know the package process; the engine package stands on all of them");

    @ArchTest
    static void noPhaseKnowsAnother(JavaClasses all) {
        for (String phase : PHASES) {
            String[] others = Stream.of(PHASES).filter(other -> !other.equals(phase)).map(PackageRulesTest::phase).toArray(String[]::new);
            noClasses().that().resideInAPackage(phase(phase)).should().dependOnClassesThat().resideInAnyPackage(others)
                    .because("phases meet in the register, the ledger and the umbrella process")
                    .allowEmptyShould(true)
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule umbrellaKnowsNoPhase = noClasses()
            .that()
            .resideInAPackage(phase("outreachcase"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(Stream.of(PHASES).map(PackageRulesTest::phase).toArray(String[]::new))
            .because("the umbrella calls phases by name, in the model");

    @ArchTest
    static final ArchRule onlyThePlanStartsCasesOfTheUmbrella = noClasses()
            .that()
            .resideInAnyPackage(Stream.of(PHASES).filter(phase -> !phase.equals("plan")).map(PackageRulesTest::phase).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(phase("outreachcase"))
            .because("a phase runs under the umbrella and never looks up");

    @ArchTest
    static final ArchRule nothingReliesOnWhoWasLetIn = noClasses()
            .that()
            .resideOutsideOfPackage("vn.outreach.security.access..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.outreach.security.access..")
            .because("behind the access rules every package has its own, and none relies on who was let in");

    @ArchTest
    static final ArchRule onlyTheStartKnowsTheProductionChecks = noClasses()
            .that()
            .resideOutsideOfPackage("vn.outreach.boot..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("vn.outreach.boot.production..")
            .because("what is safe does not depend on what is called a production");

    @ArchTest
    static final ArchRule controllersUseTheirOwnPackageAndTheRegister = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should(useOnlyTheirOwnPackagesTables())
            .because("another package's tables have that package's checks in front of them");

    @ArchTest
    static final ArchRule oneWayIntoTheRegister = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("vn.outreach.register.enterprise.EnterpriseService")
            .should()
            .callMethodWhere(DescribedPredicate.describe("writes the register's table", call ->
                    call.getTargetOwner().isEquivalentTo(Enterprises.class) && call.getTarget().getName().matches("apply|insert|addFullMember")
                            && !call.getOriginOwner().isEquivalentTo(Enterprises.class)))
            .because("what holds for every entry is asked by the service, once");

    @ArchTest
    static final ArchRule rowsAreReadAsLists = noClasses()
            .should()
            .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .orShould()
            .callMethodWhere(DescribedPredicate.describe(
                    "streams rows", call -> call.getTarget().getName().equals("queryForStream")))
            .because("a stream of rows keeps its connection until it is closed: outside of a transaction, for good");

    @ArchTest
    static final ArchRule oneFoldingOfText = noClasses()
            .that()
            .resideOutsideOfPackage("vn.outreach.base.text..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Normalizer.class)
            .because("what looks the same is made the same in one place");

    @ArchTest
    static final ArchRule oneReaderOfDaysAndNumbers = noClasses()
            .that()
            .resideOutsideOfPackages("vn.outreach.base.value..", "vn.outreach.web.http..", "vn.outreach.security.access..")
            .and()
            .doNotHaveSimpleName("DueDates")
            .and()
            .doNotHaveSimpleName("DraftContents")
            .and()
            .doNotHaveSimpleName("PdfObjects")
            .and()
            .doNotHaveSimpleName("LongPolls")
            .should()
            .callMethod(LocalDate.class, "parse", CharSequence.class)
            .orShould()
            .callMethod(Integer.class, "parseInt", String.class)
            .because("what people and systems send is read by its type, within its limits; only what the product wrote itself is parsed");

    // --- delegates --------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule delegatesAreNamedComponents = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .haveSimpleNameEndingWith("Delegate")
            .andShould()
            .beAnnotatedWith(Component.class)
            .andShould()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule delegatesDoOneThing = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Delegate")
            .and()
            .arePublic()
            .should()
            .haveName("execute");

    @ArchTest
    static final ArchRule delegatesWriteFewAnswers = classes()
            .that()
            .haveSimpleNameEndingWith("Delegate")
            .should(writeAtMost(MOST_ANSWERS))
            .because("gateways read one answer; what a person would call a record is a row");

    @ArchTest
    static void delegatesAreThin(JavaClasses all) throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : sources("Delegate.java")) {
            int lines = lengthOf(file, "public void execute(");
            if (lines > LONGEST_DELEGATE) {
                tooLong.add(file.getFileName() + ": " + lines + " lines");
            }
        }
        assertThat(tooLong).as("execute() longer than %d lines", LONGEST_DELEGATE).isEmpty();
    }

    // --- names ------------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..impl..", "..helper..", "..common..")
            .because("such a name says nothing about what it is for");

    @ArchTest
    static final ArchRule ledgerResultsAreEnums = classes()
            .that()
            .implement(Result.class)
            .should(beEnums())
            .because("a test reads the result names out of the enums and wants each one written by a path");

    // --- habits -----------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields()
            .should()
            .beAnnotatedWith(Autowired.class)
            .orShould()
            .beAnnotatedWith(Value.class)
            .because("a constructor shows what a class needs");

    @ArchTest
    static final ArchRule componentsKeepNothingThatChanges = fields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Service.class)
            .or()
            .areDeclaredInClassesThat()
            .implement(JavaDelegate.class)
            .should()
            .beFinal()
            .orShould()
            .haveModifier(JavaModifier.VOLATILE)
            .because("one object serves all threads");

    @ArchTest
    static final ArchRule servicesTakePartInTheCallersTransaction = noClasses()
            .that()
            .areAnnotatedWith(Service.class)
            .or()
            .haveSimpleNameEndingWith("Delegate")
            .should()
            .beAnnotatedWith(Transactional.class)
            .because("they run in the engine's transaction; a refusal in an inner one would mark it as rolled back");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule oneLogger = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule optionalIsAReturnValue = noFields()
            .that()
            .areDeclaredInClassesThat()
            .areNotRecords()
            .should()
            .haveRawType(Optional.class)
            .because("a record may carry what a form leaves open; an object's own state is there or not");

    // --- time -------------------------------------------------------------------------------------------------------

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should()
            .accessTargetWhere(readsTheComputersClock())
            .because("tests and the demo round set the engine's clock, and everything must follow it");

    @ArchTest
    static final ArchRule spansAreMeasuredInThreePlaces = noClasses()
            .that()
            .doNotHaveSimpleName("WorkingDays")
            .and()
            .doNotHaveSimpleName("Deadline")
            .and()
            .doNotHaveSimpleName("DatabaseAtStart")
            .should()
            .callMethod(System.class, "nanoTime")
            .because("only the age of the remembered days off and the patience with a slow sender or database are spans of real time, "
                    + "whatever day the engine's clock shows");

    @ArchTest
    static final ArchRule engineClockIsReadByTheEnginePackage = noClasses()
            .that()
            .resideOutsideOfPackage("vn.outreach.engine..")
            .should()
            .dependOnClassesThat(equivalentTo(ClockUtil.class))
            .because("everyone else has java.time.Clock injected");

    private static String tree(String layer) {
        return "vn.outreach." + layer + "..";
    }

    private static String phase(String name) {
        return "vn.outreach.lifecycle." + name + "..";
    }

    private static String layer(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("vn.outreach") ? "" : name.split("\\.")[2];
    }

    // --- predicates and conditions ----------------------------------------------------------------------------------

    /** Packages and roles that translate between the engine and the product. */
    private static DescribedPredicate<JavaClass> translator() {
        Set<String> roles = Set.of("Delegate", "Listener", "Workflow", "Process", "Start", "StartupCheck", "Worker");
        DescribedPredicate<JavaClass> role = DescribedPredicate.describe(
                "are named like a translator",
                type -> roles.stream().anyMatch(outermost(type).getSimpleName()::endsWith));
        return role.or(resideInAnyPackage(
                "vn.outreach.engine..", "vn.outreach.process..", "vn.outreach.security..", "vn.outreach.rules..", "vn.outreach.demo..",
                "vn.outreach.web.http..", "vn.outreach.work.task.."));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(PackageRulesTest::outermost).orElse(type);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheComputersClock() {
        Set<String> systemTime = Set.of("java.lang.System.currentTimeMillis", "java.util.Calendar.getInstance");
        return DescribedPredicate.describe("reads the computer's clock", access -> {
            if (!(access.getTarget() instanceof CodeUnitCallTarget call)) {
                return false;
            }
            String owner = call.getOwner().getName();
            boolean now = owner.startsWith("java.time.") && call.getName().equals("now") && !takesAClock(call);
            boolean newDate = owner.equals("java.util.Date") && call.getName().equals("<init>")
                    && call.getRawParameterTypes().isEmpty();
            boolean systemClock = owner.equals(Clock.class.getName()) && call.getName().startsWith("system");
            return now || newDate || systemClock || systemTime.contains(owner + "." + call.getName());
        });
    }

    private static boolean takesAClock(CodeUnitCallTarget call) {
        return call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static ArchCondition<JavaClass> useOnlyTheirOwnPackagesTables() {
        return new ArchCondition<>("use no repository of another package but the register") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                controller.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass())
                        .filter(target -> target.getPackageName().startsWith("vn.outreach"))
                        .filter(target -> !subject(target).equals(subject(controller)))
                        .filter(target -> !Set.of("vn.outreach.register.enterprise", "vn.outreach.process").contains(target.getPackageName()))
                        .filter(PackageRulesTest::writesTables)
                        .distinct()
                        .forEach(target -> events.add(SimpleConditionEvent.violated(
                                controller, controller.getSimpleName() + " uses " + target.getName())));
            }
        };
    }

    /** A package with all that stands in it, such as {@code lifecycle.plan}. */
    private static String subject(JavaClass type) {
        return Stream.of(type.getPackageName().split("\\.")).limit(4).collect(Collectors.joining("."));
    }

    private static boolean writesTables(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getPackageName().startsWith("org.springframework.jdbc"));
    }

    private static ArchCondition<JavaClass> writeAtMost(int answers) {
        return new ArchCondition<>("write at most " + answers + " answers") {
            @Override
            public void check(JavaClass delegate, ConditionEvents events) {
                long written = delegate.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getTarget().getName().equals("set") && call.getTargetOwner().isEquivalentTo(ProcessVariable.class)
                                || call.getTarget().getName().startsWith("setVariable")
                                        && call.getTargetOwner().isAssignableTo(DelegateExecution.class))
                        .count();
                if (written > answers) {
                    events.add(SimpleConditionEvent.violated(delegate, delegate.getSimpleName() + " writes " + written));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> beEnums() {
        return new ArchCondition<>("be enums") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isEnum()) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is no enum"));
                }
            }
        };
    }

    // --- source text ------------------------------------------------------------------------------------------------

    private static List<Path> sources(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** Lines of the body of the method that this text opens; a method ends with the brace of its own indent. */
    private static int lengthOf(Path file, String opening) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int first = 0;
        while (!lines.get(first).contains(opening)) {
            first++;
        }
        int last = first;
        while (!lines.get(last).equals("    }")) {
            last++;
        }
        return last - first - 1;
    }
}
