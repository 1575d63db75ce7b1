package vn.outreach.web.page;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import vn.outreach.web.http.PageNonce;

/**
 * The pages beside Camunda's webapps, below {@code /app}. All are one shell; what stands in it is a module of
 * {@code static/app/pages}, and a page is there when its module is. The shell holds no data and needs no login: its
 * script asks for one where the API does.
 */
@Controller
class WorkplacePages {

    private static final String START = "start";
    private static final String ENTERPRISE = "enterprise";

    private final String shell;
    private final ServletContext context;

    WorkplacePages(ServletContext context) {
        this.context = context;
        this.shell = read("static/app/shell.html");
    }

    @GetMapping("/")
    String home() {
        return "redirect:/app";
    }

    @GetMapping(
            path = {"/app", "/app/"},
            produces = "text/html;charset=UTF-8")
    @ResponseBody
    String start() {
        return page(START, "");
    }

    @GetMapping(path = "/app/{page:[a-z]{1,40}}", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String page(@PathVariable String page) {
        boolean named = page.equals(START) || page.equals(ENTERPRISE);
        if (named || !new ClassPathResource("static/app/pages/" + page + ".js").exists()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return page(page, "");
    }

    /** The page of one enterprise; whether there is such an enterprise is answered by the API. */
    @GetMapping(path = "/app/enterprises/{taxCode:[0-9]{10}(?:-[0-9]{3})?}", produces = "text/html;charset=UTF-8")
    @ResponseBody
    String enterprise(@PathVariable String taxCode) {
        return page(ENTERPRISE, taxCode);
    }

    private String page(String name, String subject) {
        return shell.replace("$NONCE", PageNonce.mark(context))
                .replace("$PAGE", name)
                .replace("$SUBJECT", subject);
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
