-- Since when a mail server has been putting a mail off (an answer that begins with 4): after some days the mail is given up.
alter table notification add column deferred_since timestamp(3);
