package vn.outreach.testing;

import java.util.Arrays;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import vn.outreach.OutreachApplication;

/**
 * The whole application on a given database, as often as a test wants to start it. The engine registers itself once per
 * JVM, so one application at a time, and only in tests tagged {@code own-application}, which have a JVM of their own.
 */
public final class ApplicationOn {

    private ApplicationOn() {}

    public static ConfigurableApplicationContext start(TestDatabase database, String... settings) {
        TimeZone.setDefault(OutreachApplication.ZONE);
        Stream<String> always = Stream.of(
                "--server.port=0",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--outreach.background=false",
                "--outreach.mail.directory=" + TestFiles.directory("mail"),
                "--outreach.papers.directory=" + TestFiles.directory("papers"),
                "--outreach.drafts.directory=" + TestFiles.directory("templates"),
                "--outreach.admin.password=" + OutreachTest.ADMIN_PASSWORD);
        Stream<String> unlessGiven = always.filter(setting -> Arrays.stream(settings).noneMatch(given -> given.startsWith(name(setting))));
        return SpringApplication.run(
                OutreachApplication.class, Stream.concat(unlessGiven, Arrays.stream(settings)).toArray(String[]::new));
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('=') + 1);
    }
}
