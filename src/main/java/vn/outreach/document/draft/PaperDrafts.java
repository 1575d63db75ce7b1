package vn.outreach.document.draft;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.outreach.OutreachApplication;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.refusal.StartRefused;
import vn.outreach.document.paper.NewPaper;
import vn.outreach.document.paper.Paper;
import vn.outreach.document.paper.Papers;
import vn.outreach.process.ModelWords;
import vn.outreach.process.TaskCase;
import vn.outreach.process.TaskCases;
import vn.outreach.register.enterprise.OpenTasks;
import vn.outreach.register.ledger.Outcome;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.web.SentAgain;
import vn.outreach.work.task.DoneTasks;
import vn.outreach.work.task.TaskWorkers;

/**
 * Makes drafts at a task, for those who work on it and, when it is over, for those who did it: the number, the paper
 * and the row that joins them are one transaction. Admissions have none: what is written of a candidate is written by
 * people.
 */
@Component
class PaperDrafts {

    private final TaskCases cases;
    private final TaskWorkers workers;
    private final DoneTasks doneTasks;
    private final OpenTasks openTasks;
    private final ModelWords words;
    private final DraftSettings settings;
    private final DraftContents contents;
    private final PlanContents plans;
    private final DraftNumbers numbers;
    private final PaperNumbers paperNumbers;
    private final DraftRows rows;
    private final OfficeTemplates templates;
    private final Papers papers;
    private final Clock clock;

    PaperDrafts(
            TaskCases cases,
            TaskWorkers workers,
            DoneTasks doneTasks,
            OpenTasks openTasks,
            ModelWords words,
            DraftSettings settings,
            DraftContents contents,
            PlanContents plans,
            DraftNumbers numbers,
            PaperNumbers paperNumbers,
            DraftRows rows,
            OfficeTemplates templates,
            Papers papers,
            Clock clock) {
        if (!settings.faults().isEmpty()) {
            throw new StartRefused(settings.faults());
        }
        this.cases = cases;
        this.workers = workers;
        this.doneTasks = doneTasks;
        this.openTasks = openTasks;
        this.words = words;
        this.settings = settings;
        this.contents = contents;
        this.plans = plans;
        this.numbers = numbers;
        this.paperNumbers = paperNumbers;
        this.rows = rows;
        this.templates = templates;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * A draft that was made; {@code paperId} and {@code taxCode} are null for a paper of no enterprise, {@code number}
     * for a plan that is not approved.
     */
    record Made(
            long id,
            String template,
            String title,
            String number,
            LocalDate date,
            String fileName,
            String taxCode,
            Long paperId) {}

    /**
     * A task at which this person may draft; {@code record} is what was recorded when it was completed, null while it
     * is open.
     */
    record DraftTask(TaskCase task, Outcome record, String name, List<DraftTemplate> offered) {}

    /**
     * The task with what this person may draft at it; nothing for who sees it without working on it.
     *
     * @throws Refusal {@code task-unknown}, also for one that is over and another's
     */
    DraftTask at(String taskId, CurrentUser user) {
        return doneTasks.find(taskId, user).map(this::done).orElseGet(() -> {
            TaskCase task = cases.require(taskId);
            return open(task, workers.isOne(taskId, user));
        });
    }

    /**
     * The tasks of an enterprise at which this person may draft: those that are open, then those that are over, newest
     * first.
     */
    List<DraftTask> ofEnterprise(String taxCode, CurrentUser user) {
        List<DraftTask> open = openTasks.of(taxCode).stream()
                .filter(task -> settings.steps().containsKey(task.step()) && workers.isOne(task.id(), user))
                .map(task -> open(cases.require(task.id()), true))
                .toList();
        return Stream.concat(
                        open.stream(),
                        doneTasks.of(taxCode, settings.steps().keySet(), user).stream()
                                .map(this::done))
                .filter(task -> !task.offered().isEmpty())
                .toList();
    }

    private DraftTask open(TaskCase task, boolean works) {
        return new DraftTask(task, null, words.step(task.phase(), task.step()), works ? offeredAt(task) : List.of());
    }

    private DraftTask done(DoneTasks.DoneTask done) {
        TaskCase task = done.task();
        return new DraftTask(task, done.record(), words.step(task.phase(), task.step()), offeredAt(task));
    }

    /**
     * @param after the id of the draft beside which another one is wanted, 0 for none: the same draft behind it, made
     *     within minutes, is the answer to an order that was sent twice
     */
    @Transactional
    public Made make(String taskId, DraftTemplate template, long after, CurrentUser user) {
        DraftTask at = at(taskId, user);
        TaskCase task = at.task();
        if (at.record() == null) {
            workers.mustBeOne(taskId, user);
        }
        if (!at.offered().contains(template)) {
            throw Refusal.invalid(
                    "template-step", "template", "Việc này không dùng mẫu “%s”.".formatted(template.title()));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), OutreachApplication.ZONE.toZoneId());
        if (template.isOfPlan()) {
            return makeOfPlan(at, template, after, today, user);
        }
        DraftNumbers.Sequence sequence = paperNumbers.sequence(template, today);
        DraftValues values = contents.of(template, task, at.record(), today, user);
        // Last before the paper: whoever else needs a number waits from here on.
        numbers.hold();
        String contentKey = values.keyIn(templates.content(template));
        Optional<DraftRows.MadeDraft> sent = sentAgain(task, template, contentKey, after, user);
        if (sent.isPresent()) {
            return made(sent.get(), task, today);
        }
        int number = numbers.next(sequence);
        String written = paperNumbers.written(template, number);
        byte[] document = templates.fill(template, values.put(DraftFields.NUMBER, written), today);
        Paper paper = papers.add(
                NewPaper.of(task, template.paper(), fileName(template, written)).numbered(written, today),
                new ByteArrayInputStream(document),
                user);
        return store(task, template, sequence, number, written, today, paper.id(), null, contentKey, user);
    }

    /** A plan has the number of its approval, and none before: its drafts take none. */
    private Made makeOfPlan(DraftTask at, DraftTemplate template, long after, LocalDate today, CurrentUser user) {
        TaskCase task = at.task();
        YearPlan plan = plans.ofProcess(task.processInstanceId());
        DraftValues values = plans.of(plan, today, user);
        // Of the same order sent twice, the second waits here for the first.
        numbers.hold();
        String contentKey = values.keyIn(templates.content(template));
        Optional<DraftRows.MadeDraft> sent = sentAgain(task, template, contentKey, after, user);
        if (sent.isPresent()) {
            return made(sent.get(), task, plan.day(today));
        }
        byte[] document = templates.fill(template, values, plan.day(today));
        return store(
                task,
                template,
                paperNumbers.sequence(template, plan.day(today)),
                null,
                plan.number(),
                plan.day(today),
                null,
                document,
                contentKey,
                user);
    }

    private Optional<DraftRows.MadeDraft> sentAgain(
            TaskCase task, DraftTemplate template, String contentKey, long after, CurrentUser user) {
        return rows.same(task.taskId(), template, contentKey, user.id(), after, SentAgain.since(clock));
    }

    /** What was drafted in the process of a task that this person sees, or did. */
    List<DraftRows.MadeDraft> madeIn(DraftTask task) {
        return rows.of(task.task().processInstanceId());
    }

    /** A draft of no enterprise, for whoever sees the task, or did it. */
    Optional<DraftRows.KeptDraft> kept(String taskId, long draftId, CurrentUser user) {
        return rows.kept(draftId, at(taskId, user).task().processInstanceId());
    }

    private List<DraftTemplate> offeredAt(TaskCase task) {
        if (task.candidateRef() != null) {
            return List.of();
        }
        return settings.steps().getOrDefault(task.step(), List.of()).stream()
                .map(DraftTemplate::require)
                .filter(template -> template.isOfPlan() == (task.taxCode() == null))
                .toList();
    }

    private static Made made(DraftRows.MadeDraft draft, TaskCase task, LocalDate today) {
        DraftTemplate template = draft.template();
        return new Made(
                draft.id(),
                template.fileName(),
                template.title(),
                draft.number(),
                today,
                fileName(template, draft.number()),
                task.taxCode(),
                draft.paperId());
    }

    private static String fileName(DraftTemplate template, String number) {
        return "%s %s.docx".formatted(template.title(), number == null ? "(dự thảo)" : number.replace('/', '-'));
    }

    private Made store(
            TaskCase task,
            DraftTemplate template,
            DraftNumbers.Sequence sequence,
            Integer number,
            String written,
            LocalDate day,
            Long paperId,
            byte[] content,
            String contentKey,
            CurrentUser user) {
        OffsetDateTime now =
                clock.instant().atZone(OutreachApplication.ZONE.toZoneId()).toOffsetDateTime();
        long id = rows.insert(new DraftRows.DraftRow(
                template,
                sequence,
                number,
                written,
                task.taxCode(),
                task.taskId(),
                task.processInstanceId(),
                paperId,
                content,
                contentKey,
                user.id(),
                now));
        return new Made(
                id,
                template.fileName(),
                template.title(),
                written,
                day,
                fileName(template, written),
                task.taxCode(),
                paperId);
    }
}
