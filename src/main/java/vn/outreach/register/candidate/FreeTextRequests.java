package vn.outreach.register.candidate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import vn.outreach.base.text.FreeTextRule;

/**
 * Every text that comes over {@code /api/v1} to be kept passes the rule on free texts: bodies, and the parameters that
 * come beside a file. Only what goes into the restricted records themselves is not asked.
 */
@ControllerAdvice
final class FreeTextRequests extends RequestBodyAdviceAdapter implements HandlerInterceptor, WebMvcConfigurer {

    private final FreeTextRule rule;

    FreeTextRequests(FreeTextRule rule) {
        this.rule = rule;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return !isRestricted(parameter.getContainingClass());
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (body instanceof Map<?, ?> object) {
            rule.check(Map.of("", object));
        } else if (body instanceof Collection<?> rows) {
            rule.check(Map.of("rows", rows));
        }
        return body;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Only the address is read: the body may be a file. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean writes = !HttpMethod.GET.matches(request.getMethod()) && request.getQueryString() != null;
        if (writes && handler instanceof HandlerMethod method && !isRestricted(method.getBeanType())) {
            Map<String, String> parameters = new HashMap<>();
            request.getParameterMap().forEach((name, values) -> parameters.put(name, String.join(" ", values)));
            rule.check(parameters);
        }
        return true;
    }

    private static boolean isRestricted(Class<?> controller) {
        return controller == CandidateController.class || controller == CandidatePaperController.class;
    }
}
