/**
 * Notifications: outbox, mails, the bell and each person's choice of channels.
 * Who is told what is decided by whoever calls Notifications.
 * Begin at Notifications and NotificationDispatcher.
 */
@NullMarked
package vn.outreach.work.notification;

import org.jspecify.annotations.NullMarked;
