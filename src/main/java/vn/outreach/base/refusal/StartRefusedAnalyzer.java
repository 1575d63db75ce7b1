package vn.outreach.base.refusal;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentences of a refused start one under the other, in the place of a stack trace. */
class StartRefusedAnalyzer extends AbstractFailureAnalyzer<StartRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StartRefused refused) {
        String sentences = refused.sentences().stream()
                .map(sentence -> "  * " + sentence)
                .collect(Collectors.joining("\n", "Hệ thống không khởi động:\n", ""));
        return new FailureAnalysis(sentences, "Sửa từng điều trên rồi khởi động lại.", refused);
    }
}
