create function audit_chain() returns trigger language plpgsql as $$
declare
    head audit_head%rowtype;
begin
    select * into strict head from audit_head for update;
    new.id := head.id + 1;
    new.hash := encode(sha256(convert_to(head.hash || new.content_hash || new.id, 'UTF8')), 'hex');
    update audit_head set id = new.id, hash = new.hash;
    return new;
end
$$;

create trigger audit_chain before insert on audit for each row execute function audit_chain();

create function audit_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The audit is append-only' using errcode = '55000';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_append_only();

-- Depth 1 is this trigger alone; the trigger on audit, which moves the end, makes it 2.
create function audit_head_guard() returns trigger language plpgsql as $$
begin
    if pg_trigger_depth() < 2 then
        raise exception 'The end of the audit is append-only: it moves with the audit alone' using errcode = '55000';
    end if;
    return null;
end
$$;

create trigger audit_head_guard before insert or update or delete or truncate on audit_head
    for each statement execute function audit_head_guard();
