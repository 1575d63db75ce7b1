create function contact_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'Contacts are append-only: record a correction instead' using errcode = '55000';
end
$$;

create trigger contact_append_only before update or delete or truncate on contact
    for each statement execute function contact_append_only();
