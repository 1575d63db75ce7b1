package vn.outreach.web;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import vn.outreach.security.identity.CurrentUser;
import vn.outreach.security.identity.CurrentUserProvider;
import vn.outreach.security.identity.SystemsFixture;

/** Controllers behind /api/v1's error answers, without the engine: for tests of what a request is answered. */
public final class Api implements CurrentUserProvider {

    private CurrentUser user = SystemsFixture.person("officer1", "outreachOfficers");
    private MockMvcTester mvc;

    public Api serving(Object... controllers) {
        MappingJackson2HttpMessageConverter json = new MappingJackson2HttpMessageConverter(
                Jackson2ObjectMapperBuilder.json().featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .featuresToEnable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .build());
        mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(controllers).setControllerAdvice(new Problems())
                .setMessageConverters(json).build()).withHttpMessageConverters(List.of(json));
        return this;
    }

    /** From now on this user asks. */
    public Api as(String id, String... groups) {
        user = SystemsFixture.person(id, groups);
        return this;
    }

    @Override
    public CurrentUser current() {
        return user;
    }

    public MvcTestResult get(String path, Object... variables) {
        return mvc.get().uri(path, variables).exchange();
    }

    public MvcTestResult post(String path, String json) {
        return mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    public MvcTestResult put(String path, String json) {
        return mvc.put().uri(path).contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    public MvcTestResult patch(String path, String json) {
        return mvc.patch().uri(path).contentType(MediaType.APPLICATION_JSON).content(json).exchange();
    }

    public MvcTestResult delete(String path) {
        return mvc.delete().uri(path).exchange();
    }
}
