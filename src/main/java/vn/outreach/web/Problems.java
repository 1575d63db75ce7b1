package vn.outreach.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.outreach.base.database.DatabaseAway;
import vn.outreach.base.refusal.Refusal;

/** Answers what goes wrong on /api/v1 as problem+json (RFC 9457): Vietnamese detail, stable code, the field. */
@RestControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<ProblemDetail> answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (!path(request).startsWith("/api/")) {
            // Camunda's own paths keep their own answers: thrown again, the next resolver takes it.
            throw thrown;
        }
        if (thrown instanceof AsyncRequestNotUsableException) {
            // Whoever listened has gone away: nobody is left to be answered, and nothing is wrong.
            return null;
        }
        Refusal refusal = DatabaseAway.isCauseOf(thrown) ? DatabaseAway.refusal(thrown) : Refusal.in(thrown);
        if (refusal != null) {
            RefusalHeaders.of(refusal, response::setHeader);
            return problem(
                    HttpStatusCode.valueOf(refusal.kind().status()),
                    refusal.code(),
                    refusal.field(),
                    refusal.getMessage());
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            return unreadable(unreadable);
        }
        if (thrown instanceof ErrorResponse || thrown instanceof MethodArgumentTypeMismatchException) {
            return badRequest(thrown, request);
        }
        if (thrown instanceof DuplicateKeyException || thrown instanceof ConcurrencyFailureException) {
            return problem(
                    HttpStatus.CONFLICT,
                    "changed-meanwhile",
                    null,
                    "Dữ liệu vừa được người khác thay đổi; vui lòng xem lại rồi gửi lần nữa.");
        }
        String id = ErrorId.next();
        LOG.error("Error {}: {} {} failed", id, request.getMethod(), path(request), thrown);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal",
                null,
                "Hệ thống gặp lỗi, yêu cầu chưa được thực hiện. Vui lòng thử lại hoặc báo quản trị viên mã lỗi " + id
                        + ".");
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String field = mapping.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .filter(name -> name != null)
                    .collect(Collectors.joining("."));
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "field-type",
                    field,
                    "Giá trị của trường “%s” sai kiểu.".formatted(field));
        }
        return problem(HttpStatus.BAD_REQUEST, "json-unreadable", null, "Không đọc được nội dung JSON gửi lên.");
    }

    private static ResponseEntity<ProblemDetail> badRequest(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof NoResourceFoundException || thrown instanceof NoHandlerFoundException) {
            return problem(
                    HttpStatus.NOT_FOUND, "path-unknown", null, "Không có địa chỉ “%s”.".formatted(path(request)));
        }
        if (thrown instanceof HttpRequestMethodNotSupportedException method) {
            return problem(
                    HttpStatus.METHOD_NOT_ALLOWED,
                    "method-unknown",
                    null,
                    "Địa chỉ này không nhận phương thức %s.".formatted(method.getMethod()));
        }
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "field-missing",
                    missing.getParameterName(),
                    "Thiếu tham số “%s”.".formatted(missing.getParameterName()));
        }
        if (thrown instanceof MethodArgumentTypeMismatchException wrong) {
            return problem(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "field-type",
                    wrong.getName(),
                    "Tham số “%s” sai kiểu.".formatted(wrong.getName()));
        }
        return problem(((ErrorResponse) thrown).getStatusCode(), "request", null, "Yêu cầu không hợp lệ.");
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatusCode status, String code, @Nullable String field, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status));
        problem.setProperty("code", code);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 403 -> "Không có quyền";
            case 404 -> "Không tìm thấy";
            case 405 -> "Phương thức không được nhận";
            case 409 -> "Trùng với dữ liệu đã có";
            case 422 -> "Dữ liệu không hợp lệ";
            case 429 -> "Thử quá nhiều lần";
            case 500 -> "Lỗi hệ thống";
            case 503 -> "Chưa thực hiện được";
            default -> "Yêu cầu không hợp lệ";
        };
    }
}
