package vn.outreach.work.form;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.PersonalData;
import vn.outreach.web.Body;

/**
 * The form of a task as its page needs it beside the file: what is known of each field, the person's draft, what
 * earlier steps left, and the papers that a decision stands on.
 */
@RestController
@RequestMapping("/api/v1/tasks/{id}")
class FormController {

    private final OpenForms forms;
    private final OpenedForms opened;
    private final Drafts drafts;
    private final CurrentUserProvider asking;

    FormController(OpenForms forms, OpenedForms opened, Drafts drafts, CurrentUserProvider asking) {
        this.forms = forms;
        this.opened = opened;
        this.drafts = drafts;
        this.asking = asking;
    }

    @GetMapping("/form")
    OpenedForms.Opened form(@PathVariable String id) {
        return opened.of(forms.require(id));
    }

    @PutMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void save(@PathVariable String id, @RequestBody Map<String, Object> answers) {
        Set<String> keys =
                forms.require(id).fields().stream().map(FormField::key).collect(Collectors.toSet());
        Body.of(answers, keys);
        drafts.save(id, asking.current().id(), PersonalData.consented(answers));
    }

    @DeleteMapping("/draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void drop(@PathVariable String id) {
        forms.require(id);
        drafts.drop(id, asking.current().id());
    }
}
