/**
 * Notifications: outbox, mails, the bell and each person's choice of channels.
 * Who is told what is decided by whoever calls Notifications.
 * Begin at Notifications and NotificationDispatcher.
 */
package vn.outreach.work.notification;
