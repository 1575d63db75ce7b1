package vn.outreach.base.delivery;

import java.time.Duration;

/**
 * How long and how often is tried.
 *
 * @param lease after which time a message being sent counts as abandoned by its sender
 * @param maxAttempts after how many tries a message is given up of which nobody knows whether it went
 * @param maxRefusals after how many tries a message is given up that the receiver refuses for good
 * @param deferral how long a message is tried that the receiver puts off again and again
 */
public record DeliverySettings(Duration lease, int maxAttempts, int maxRefusals, Duration deferral) {}
