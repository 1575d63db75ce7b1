package vn.outreach.work.notification;

/** The way by which mails leave the product. */
interface MailTransport {

    /** Returns when the mail is handed over; is never called inside a database transaction. */
    void send(Mail mail) throws MailNotSent;
}
