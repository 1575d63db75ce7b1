package vn.outreach.seed;

import org.springframework.stereotype.Component;

/** The demo round: fictional people and enterprises, walked through the engine on the first start of an empty database. */
@Component
public class DemoRound {

    private final DemoUsers users;

    DemoRound(DemoUsers users) {
        this.users = users;
    }

    /**
     * Makes the demo round on a database without cases, or completes one that was begun.
     *
     * @return whether this database holds the demo
     */
    public boolean prepare() {
        users.create();
        return true;
    }

    /** What the console says when the demo is there. */
    public String welcome() {
        return "\nNgười dùng mẫu (mật khẩu = tên): " + String.join(", ", DemoUsers.ids());
    }
}
