package vn.outreach.register.material;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.outreach.base.value.Text;
import vn.outreach.web.Body;
import vn.outreach.web.Page;

/** The material catalogue, for everybody. */
@RestController
@RequestMapping("/api/v1/materials")
class MaterialController {

    private final Materials materials;

    MaterialController(Materials materials) {
        this.materials = materials;
    }

    @GetMapping
    Page<Material> list(@RequestParam(required = false) String language, @RequestParam(required = false) String topic) {
        return Page.whole(materials.list(
                Body.parameter("language", "Ngôn ngữ", language, Text.line(2)),
                Body.parameter("topic", "Chủ đề", topic, Text.line(20))));
    }
}
