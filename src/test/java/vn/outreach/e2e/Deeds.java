package vn.outreach.e2e;

import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the clients saw done: every answer 2xx, and nothing that had no answer. */
final class Deeds {

    record Completion(String taskId, String processInstanceId, String step, String user) {}

    record MessageTaken(String taxCode, String step) {}

    final Queue<String> registered = new ConcurrentLinkedQueue<>();
    final Queue<String> started = new ConcurrentLinkedQueue<>();
    final Queue<Completion> completed = new ConcurrentLinkedQueue<>();
    final Queue<MessageTaken> messages = new ConcurrentLinkedQueue<>();
    /** Answers that no client should get, and how often they came. */
    final Map<String, AtomicInteger> strange = new ConcurrentSkipListMap<>();
    final AtomicInteger unknown = new AtomicInteger();
    final AtomicInteger refused = new AtomicInteger();

    void strange(String what) {
        String kind = what.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "…").replaceAll("\\d{10}", "…");
        strange.computeIfAbsent(kind.substring(0, Math.min(600, kind.length())), key -> new AtomicInteger())
                .incrementAndGet();
    }

    String summary() {
        Map<String, Long> steps = completed.stream()
                .collect(Collectors.groupingBy(Completion::step, TreeMap::new, Collectors.counting()));
        return "%d registered, %d started, %d completed %s, %d messages, %s second in a race, %s without an answer, %d strange"
                .formatted(registered.size(), started.size(), completed.size(), steps, messages.size(), refused, unknown, strange.size());
    }
}
