package vn.outreach.register.enterprise;

import java.util.List;

/** The tasks that wait for somebody, of every running process of an enterprise. */
public interface OpenTasks {

    List<OpenTask> of(String taxCode);
}
