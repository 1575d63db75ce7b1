package vn.outreach.work.notification;

import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.outreach.base.background.Background;

/** Works the outbox off, pass after pass. */
@Component
class DispatcherSchedule implements Background {

    private final NotificationDispatcher dispatcher;
    private final NotificationSettings settings;

    DispatcherSchedule(NotificationDispatcher dispatcher, NotificationSettings settings) {
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    public String title() {
        return "Gửi thư thông báo";
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public void pass() {
        dispatcher.dispatch();
    }
}
