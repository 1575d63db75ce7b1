package vn.outreach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import vn.outreach.base.refusal.Refusal;

/**
 * Refuses query parameters that an address of {@code /api/v1} does not know: a filter that is misspelt, and so left
 * out, would answer everything as if that had been asked for.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {

    private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        // Programs that fetch calendars add parameters of their own.
        interceptors.addInterceptor(this).addPathPatterns("/api/v1/**").excludePathPatterns("/api/v1/calendar/**");
    }

    /** @throws Refusal {@code field-unknown} with the name of the first parameter that is not known */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method && !readsAllByItself(method)) {
            refuseUnknown(known.computeIfAbsent(method.getMethod(), any -> namesOf(method)), request.getQueryString());
        }
        return true;
    }

    private static void refuseUnknown(Set<String> known, String query) {
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().keySet().stream()
                .map(name -> UriUtils.decode(name, "UTF-8"))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.invalid(
                            "field-unknown",
                            name,
                            known.isEmpty()
                                    ? "Địa chỉ này không nhận tham số nào, cũng không có “%s”.".formatted(name)
                                    : "Không có tham số “%s”; các tham số nhận được: %s."
                                            .formatted(name, String.join(", ", known)));
                });
    }

    /** A handler that changes something and takes all parameters as a map reads them like a body. */
    private static boolean readsAllByItself(HandlerMethod method) {
        return method.getMethodAnnotation(QueryParameters.class) == null
                && Arrays.stream(method.getMethodParameters()).anyMatch(KnownParameters::isMap);
    }

    private Set<String> namesOf(HandlerMethod method) {
        Set<String> all = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !isMap(parameter)) {
                parameter.initParameterNameDiscovery(names);
                all.add(asked.name().isEmpty() ? parameter.getParameterName() : asked.name());
            }
        }
        QueryParameters more = method.getMethodAnnotation(QueryParameters.class);
        all.addAll(more == null ? List.of() : List.of(more.value()));
        return all;
    }

    private static boolean isMap(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                && Map.class.isAssignableFrom(parameter.getParameterType());
    }
}
