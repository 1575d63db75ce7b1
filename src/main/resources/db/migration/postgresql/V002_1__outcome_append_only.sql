create function outcome_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: record a correction instead' using errcode = '55000';
end
$$;

create trigger outcome_append_only before update or delete or truncate on outcome
    for each statement execute function outcome_append_only();
