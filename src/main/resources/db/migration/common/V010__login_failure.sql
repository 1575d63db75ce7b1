-- Wrong passwords, by account and by where they came from: whoever guesses from elsewhere slows down only himself.
-- Rows go when the right password is sent, or after a day without another wrong one.
create table login_failure (
    account varchar(64) not null,
    source varchar(64) not null,
    failures integer not null,
    last_at timestamp(3) with time zone not null,
    locked_until timestamp(3) with time zone,
    primary key (account, source)
);

create index login_failure_last_at on login_failure (last_at);
