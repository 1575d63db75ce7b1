-- Without it the database's own language decides, which differs from server to server.
alter table enterprise alter column sort_name type varchar(1020) collate "C";
alter table enterprise alter column sort_zone type varchar(1020) collate "C";
