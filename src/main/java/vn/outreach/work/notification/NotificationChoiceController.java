package vn.outreach.work.notification;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TimeOfDay;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** Each person's own choice of how to be told. */
@RestController
@RequestMapping("/api/v1/me/notice-settings")
class NotificationChoiceController {

    private static final Set<String> FIELDS = Set.of("mail", "bell", "atOnce", "quietFrom", "quietTo", "quietWeekend");

    private static final FieldName AT_ONCE = new FieldName("atOnce", "Loại tin gửi ngay");

    private final NotificationChoices choices;
    private final NotificationSettings settings;
    private final OwnMail ownMail;
    private final CurrentUserProvider asking;

    NotificationChoiceController(
            NotificationChoices choices, NotificationSettings settings, OwnMail ownMail, CurrentUserProvider asking) {
        this.choices = choices;
        this.ownMail = ownMail;
        this.settings = settings;
        this.asking = asking;
    }

    /**
     * @param atOnce the kinds that are mailed at once; the others come with the mail of the day
     * @param quietFrom hours and minutes in Vietnam, {@code "21:00"}, or null
     * @param refusedMail where mails to the person's address were refused for good, or null
     */
    record Settings(
            NotificationChoice.ByMail mail,
            boolean bell,
            List<NoticeKind> atOnce,
            @Nullable String quietFrom,
            @Nullable String quietTo,
            boolean quietWeekend,
            OwnMail.@Nullable Refused refusedMail) {

        static Settings of(NotificationChoice choice, Set<NoticeKind> unchosen, OwnMail.@Nullable Refused refusedMail) {
            return new Settings(
                    choice.mail(),
                    choice.bell(),
                    (choice.atOnce() == null ? unchosen : choice.atOnce())
                            .stream().filter(NoticeKind::isChosen).sorted().toList(),
                    Objects.toString(choice.quietFrom(), null),
                    Objects.toString(choice.quietTo(), null),
                    choice.quietWeekend(),
                    refusedMail);
        }
    }

    @GetMapping
    Settings get() {
        String me = asking.current().id();
        return Settings.of(choices.of(me), settings.atOnce(), ownMail.refused(me));
    }

    @PutMapping
    Settings put(@RequestBody Map<String, Object> json) {
        Body body = Body.of(json, FIELDS);
        NotificationChoice choice = new NotificationChoice(
                body.required(
                        "mail", "Thư điện tử", body.choice("mail", "Thư điện tử", NotificationChoice.ByMail.class)),
                body.required("bell", "Chuông", body.flag("bell", "Chuông")),
                kinds(body),
                time(body, NotificationChoice.QUIET_FROM),
                time(body, NotificationChoice.QUIET_TO),
                Boolean.TRUE.equals(body.flag("quietWeekend", "Yên lặng cuối tuần")));
        String me = asking.current().id();
        choices.save(me, choice);
        return Settings.of(choice, settings.atOnce(), ownMail.refused(me));
    }

    private static @Nullable Set<NoticeKind> kinds(Body body) {
        List<String> names = body.texts(AT_ONCE.field(), AT_ONCE.label());
        return names == null
                ? null
                : names.stream().map(NotificationChoiceController::kind).collect(Collectors.toSet());
    }

    private static NoticeKind kind(String name) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.isChosen() && kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "field-choice",
                        AT_ONCE.field(),
                        "Không có loại tin “%s”; chọn trong: %s."
                                .formatted(
                                        name,
                                        Arrays.stream(NoticeKind.values())
                                                .filter(NoticeKind::isChosen)
                                                .map(NoticeKind::name)
                                                .collect(Collectors.joining(", ")))));
    }

    private static @Nullable LocalTime time(Body body, FieldName name) {
        return body.read(name.field(), name.label(), new TimeOfDay());
    }
}
