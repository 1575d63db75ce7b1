create function reached_changed() returns trigger language plpgsql as $$
begin
    insert into reached_changed (tax_code) values (case when tg_op = 'DELETE' then old.tax_code else new.tax_code end);
    return null;
end
$$;

create trigger plan_result_changed after insert or update or delete on plan_result
    for each row execute function reached_changed();

create trigger enterprise_day_changed after update on enterprise
    for each row when (old.surveyed_on is distinct from new.surveyed_on
        or old.union_recognised_on is distinct from new.union_recognised_on
        or old.cell_founded_on is distinct from new.cell_founded_on)
    execute function reached_changed();

create trigger enterprise_day_added after insert on enterprise
    for each row when (coalesce(new.surveyed_on, new.union_recognised_on, new.cell_founded_on) is not null)
    execute function reached_changed();
