package vn.outreach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.outreach.register.ledger.Result;

/** Every result that the code can write stood in the ledger after some path test: no answer is only imagined. */
class LedgerResultsIT {

    @ParameterizedTest
    @MethodSource("vn.outreach.architecture.PathsTaken#databases")
    void everyResultWasWritten(String database) {
        Map<String, String> processes = ProductClasses.processes();
        Set<String> missing = new TreeSet<>();
        ProductClasses.results().forEach(type -> {
            String process = processes.get(type.getPackageName());
            Set<String> written =
                    process == null ? PathsTaken.results(database) : PathsTaken.results(database, process);
            for (Object constant : type.getEnumConstants()) {
                if (!written.contains(((Result) constant).name())) {
                    missing.add(type.getSimpleName() + "." + constant);
                }
            }
        });
        assertThat(missing).as("results that no path test wrote").isEmpty();
    }
}
