package vn.outreach.boot;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import vn.outreach.base.database.ProductVersions;
import vn.outreach.base.database.StartLock;
import vn.outreach.boot.production.ProductionStartupCheck;
import vn.outreach.demo.DemoRound;
import vn.outreach.engine.plugin.BackgroundRunner;
import vn.outreach.engine.task.OlderLimits;
import vn.outreach.security.identity.Bootstrap;
import vn.outreach.web.http.Readiness;
import vn.outreach.work.reminder.TaskLines;

/**
 * The order in which the application opens: the look at a production, units, people, demo round, the rows of open
 * tasks, background work, and only then requests. One node at a time until people and demo are there.
 */
@Component
class StartupRunner implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StartupRunner.class);

    private final StartLock lock;
    private final ProductVersions versions;
    private final Bootstrap bootstrap;
    private final DemoRound demo;
    private final TaskLines taskLines;
    private final OlderLimits olderLimits;
    private final BackgroundRunner background;
    private final Readiness readiness;
    private final ProductionStartupCheck production;
    private final boolean withDemo;
    private final boolean withBackground;
    private final String address;

    StartupRunner(
            StartLock lock,
            ProductVersions versions,
            Bootstrap bootstrap,
            DemoRound demo,
            TaskLines taskLines,
            OlderLimits olderLimits,
            BackgroundRunner background,
            Readiness readiness,
            ProductionStartupCheck production,
            @Value("${outreach.demo}") boolean withDemo,
            @Value("${outreach.background:true}") boolean withBackground,
            @Value("${outreach.base-url}") String address) {
        this.lock = lock;
        this.versions = versions;
        this.bootstrap = bootstrap;
        this.demo = demo;
        this.taskLines = taskLines;
        this.olderLimits = olderLimits;
        this.background = background;
        this.readiness = readiness;
        this.production = production;
        this.withDemo = withDemo;
        this.withBackground = withBackground;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        production.check(demo.leftovers());
        if (!versions.isOlder()) {
            bootstrap.units();
        }
        boolean demoThere = withDemo && demo.prepare();
        bootstrap.administrator();
        taskLines.repair();
        olderLimits.note();
        lock.close();
        if (withBackground) {
            background.start();
        }
        readiness.open();
        LOG.info("Sẵn sàng: {}/camunda/app/tasklist{}", address, demoThere ? demo.welcome() : "");
    }
}
