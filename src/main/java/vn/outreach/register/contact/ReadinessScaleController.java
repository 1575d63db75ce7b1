package vn.outreach.register.contact;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the five steps of readiness mean, for everybody who shows or sends one. */
@RestController
class ReadinessScaleController {

    @GetMapping("/api/v1/readiness-scale")
    OwnerReadiness.Scale scale() {
        return OwnerReadiness.scale();
    }
}
