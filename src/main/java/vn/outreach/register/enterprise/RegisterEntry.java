package vn.outreach.register.enterprise;

import java.time.LocalDate;

/** That somebody said something for the register: when it was true, and who said so ({@code system} by itself). */
public record RegisterEntry(LocalDate trueOn, String saidBy) {}
