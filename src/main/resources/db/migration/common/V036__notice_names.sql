-- What pages inside the office say of a notice, where its mail may not name the task; null in rows that are older.
alter table notification add column inner_subject varchar(255);
alter table notification add column inner_task varchar(255);
