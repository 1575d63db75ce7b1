package vn.outreach.work.bulk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.outreach.base.refusal.Refusal;
import vn.outreach.base.value.FieldName;
import vn.outreach.base.value.KnownFields;
import vn.outreach.base.value.TaskId;
import vn.outreach.base.value.ValueType;
import vn.outreach.base.value.WholeNumber;
import vn.outreach.web.Body;

/**
 * One action on up to {@value #MOST} tasks, with what the action needs. What is wrong with the order is refused as a
 * whole.
 */
record BulkOrder(
        BulkAction action,
        List<String> taskIds,
        @Nullable String user,
        @Nullable LocalDate dueDate,
        @Nullable String comment,
        Map<String, Object> fields) {

    static final int MOST = 500;

    private static final int LONGEST_USER = 64;
    private static final int LONGEST_COMMENT = 1000;

    static BulkOrder of(Map<String, Object> json) {
        Body body = Body.of(json, Set.of("action", "taskIds", "user", "dueDate", "comment", "fields"));
        BulkAction action = body.required("action", "Thao tác", body.choice("action", "Thao tác", BulkAction.class));
        BulkOrder order = new BulkOrder(
                action,
                ids(body.required("taskIds", "Danh sách việc", body.texts("taskIds", "Danh sách việc"))),
                body.text("user", "Người nhận việc", LONGEST_USER),
                body.date("dueDate", "Hạn mới"),
                body.lines("comment", "Ghi chú", LONGEST_COMMENT),
                plain(body.fields("fields", "Các trường")));
        order.needs(body);
        return order;
    }

    private void needs(Body body) {
        switch (action) {
            case ASSIGN -> body.required("user", "Người nhận việc", user);
            case COMMENT -> body.required("comment", "Ghi chú", comment);
            case DUE_DATE -> {
                body.required("dueDate", "Hạn mới", dueDate);
                body.required("comment", "Lý do đổi hạn", comment);
            }
            default -> {
                // The others need no more than the tasks; which fields a task needs its own step says.
            }
        }
    }

    private static List<String> ids(List<String> sent) {
        FieldName name = new FieldName("taskIds", "Danh sách việc");
        List<String> ids =
                sent.stream().map(id -> new TaskId().require(name, id)).toList();
        if (ids.isEmpty()) {
            throw Refusal.invalid("field-missing", "taskIds", "Chưa chọn việc nào.");
        }
        if (ids.size() > MOST) {
            throw Refusal.invalid(
                    "too-many",
                    "taskIds",
                    "Mỗi lần làm được nhiều nhất %s việc, đã chọn %s."
                            .formatted(WholeNumber.shown(MOST), WholeNumber.shown(ids.size())));
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw Refusal.invalid("field-choice", "taskIds", "Một việc được chọn hai lần.");
        }
        return ids;
    }

    /** The engine keeps no lists, no objects and no decimals: what was written as one is read here, or refused. */
    private static Map<String, Object> plain(Map<String, Object> fields) {
        fields.replaceAll((name, value) -> {
            if (value instanceof Map || value instanceof List) {
                throw Refusal.invalid(
                        "field-type", name, "Trường “%s” chỉ nhận chữ, số hoặc có/không.".formatted(name));
            }
            return value instanceof BigDecimal written ? number(name, written) : value;
        });
        return fields;
    }

    private static @Nullable Object number(String name, BigDecimal written) {
        Optional<ValueType<?>> type = KnownFields.find(name);
        return type.isPresent() ? type.get().read(KnownFields.name(name), written) : (Object) written.doubleValue();
    }
}
