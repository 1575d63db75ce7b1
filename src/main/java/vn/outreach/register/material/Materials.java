package vn.outreach.register.material;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.outreach.base.refusal.Refusal;

/** The catalogue of papers that prepare an owner's meeting (domain.md §2.1). */
@Repository
public class Materials {

    private static final String COLUMNS = "code, language, title, topic, edition";
    private static final String VIETNAMESE = "vi";

    private final JdbcClient jdbc;

    Materials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every paper once: in the owner's language where there is one, else in Vietnamese. */
    public List<Material> forOwner(String language) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from material m
                where m.language = :language or m.language = 'vi' and not exists (
                    select 1 from material o where o.code = m.code and o.language = :language)
                order by m.code""")
                .param("language", language == null ? VIETNAMESE : language)
                .query(Material.class)
                .list();
    }

    /** The papers with these codes, as the owner gets them; refuses a code that the catalogue does not have. */
    public List<Material> require(Collection<String> codes, String language) {
        Map<String, Material> catalogue =
                forOwner(language).stream().collect(Collectors.toMap(Material::code, Function.identity()));
        return codes.stream()
                .distinct()
                .map(code -> {
                    if (!catalogue.containsKey(code)) {
                        throw Refusal.invalid(
                                "field-choice",
                                "materials",
                                "Tài liệu “%s” không có trong danh mục: %s."
                                        .formatted(
                                                code,
                                                String.join(
                                                        ", ",
                                                        catalogue.keySet().stream()
                                                                .sorted()
                                                                .toList())));
                    }
                    return catalogue.get(code);
                })
                .toList();
    }

    List<Material> list(@Nullable String language, @Nullable String topic) {
        return jdbc.sql("select " + COLUMNS + " " + """
                from material
                where (cast(:language as varchar) is null or language = :language)
                    and (cast(:topic as varchar) is null or topic = :topic)
                order by code, language""")
                .param("language", language)
                .param("topic", topic)
                .query(Material.class)
                .list();
    }
}
