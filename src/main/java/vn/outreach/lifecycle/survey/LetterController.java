package vn.outreach.lifecycle.survey;

import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.register.enterprise.Enterprise;
import vn.outreach.register.enterprise.Enterprises;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.web.Body;
import vn.outreach.work.task.SystemTasks;
import vn.outreach.work.task.SystemTasks.Waiting;

/** {@code POST /api/v1/enterprises/{taxCode}/letter}: a letter that no system sends, recorded by who sent it. */
@RestController
class LetterController {

    private static final String NUMBER = "Số công văn";
    private static final String SENT_ON = "Ngày gửi công văn";
    private static final int LONGEST_NUMBER = 100;

    private final SystemTasks waiting;
    private final Enterprises enterprises;
    private final CurrentUserProvider asking;

    LetterController(SystemTasks waiting, Enterprises enterprises, CurrentUserProvider asking) {
        this.waiting = waiting;
        this.enterprises = enterprises;
        this.asking = asking;
    }

    @PostMapping("/api/v1/enterprises/{taxCode}/letter")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void sent(@PathVariable String taxCode, @RequestBody Map<String, Object> json) {
        Enterprise enterprise = enterprises.require(taxCode);
        if (!waiting.mayDoByHand(enterprise, asking.current())) {
            throw Refusal.forbidden(
                    "wrong-person", "Chỉ người phụ trách doanh nghiệp hoặc phụ trách đơn vị được ghi công văn đã gửi.");
        }
        Body body = Body.of(json, Set.of("letterNumber", "letterSentOn"));
        String number = body.required("letterNumber", NUMBER, body.text("letterNumber", NUMBER, LONGEST_NUMBER));
        String sentOn = body.required("letterSentOn", SENT_ON, body.date("letterSentOn", SENT_ON))
                .toString();
        Waiting letter = waiting.of(taxCode).stream()
                .filter(task -> task.topic().equals(SurveyProcess.LETTER_TOPIC))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.conflict("letter-not-waiting", "Doanh nghiệp này không có công văn nào đang chờ gửi."));
        waiting.doByHand(letter.id(), Map.of("letterNumber", number, "letterSentOn", sentOn));
    }
}
