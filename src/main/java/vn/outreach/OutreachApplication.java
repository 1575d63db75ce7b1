package vn.outreach;

import java.util.TimeZone;
import org.camunda.bpm.spring.boot.starter.annotation.EnableProcessApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The outreach process application: Camunda 7 engine, webapps, REST and the office's own records in one process. */
@SpringBootApplication
@EnableScheduling
@EnableProcessApplication("outreach")
public class OutreachApplication {

    /** The office's time zone. The engine stores timestamps without a zone, so it never depends on the server's. */
    public static final TimeZone ZONE = TimeZone.getTimeZone("Asia/Ho_Chi_Minh");

    public static void main(String[] args) {
        TimeZone.setDefault(ZONE);
        SpringApplication.run(OutreachApplication.class, args);
    }
}
