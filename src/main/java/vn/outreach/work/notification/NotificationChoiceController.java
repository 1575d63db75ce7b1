package vn.outreach.work.notification;

import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.TimeOfDay;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;

/** Each person's own choice of how to be told. */
@RestController
@RequestMapping("/api/v1/me/notice-settings")
class NotificationChoiceController {

    private static final Set<String> FIELDS = Set.of("mail", "bell", "quietFrom", "quietTo", "quietWeekend");

    private final NotificationChoices choices;
    private final CurrentUserProvider asking;

    NotificationChoiceController(NotificationChoices choices, CurrentUserProvider asking) {
        this.choices = choices;
        this.asking = asking;
    }

    /** @param quietFrom hours and minutes in Vietnam, {@code "21:00"}, or null */
    record Settings(
            NotificationChoice.ByMail mail,
            boolean bell,
            @Nullable String quietFrom,
            @Nullable String quietTo,
            boolean quietWeekend) {

        static Settings of(NotificationChoice choice) {
            return new Settings(
                    choice.mail(),
                    choice.bell(),
                    Objects.toString(choice.quietFrom(), null),
                    Objects.toString(choice.quietTo(), null),
                    choice.quietWeekend());
        }
    }

    @GetMapping
    Settings get() {
        return Settings.of(choices.of(asking.current().id()));
    }

    @PutMapping
    Settings put(@RequestBody Map<String, Object> json) {
        Body body = Body.of(json, FIELDS);
        NotificationChoice choice = new NotificationChoice(
                body.required(
                        "mail", "Thư điện tử", body.choice("mail", "Thư điện tử", NotificationChoice.ByMail.class)),
                body.required("bell", "Chuông", body.flag("bell", "Chuông")),
                time(body, NotificationChoice.QUIET_FROM),
                time(body, NotificationChoice.QUIET_TO),
                Boolean.TRUE.equals(body.flag("quietWeekend", "Yên lặng cuối tuần")));
        choices.save(asking.current().id(), choice);
        return Settings.of(choice);
    }

    private static @Nullable LocalTime time(Body body, FieldName name) {
        return body.read(name.field(), name.label(), new TimeOfDay());
    }
}
