-- The index for parts of a tax code was taken also where a whole code is asked for or joined, which the key answers at once.
-- Nothing but a search by parts asks for this expression.
do $$
begin
    if to_regclass('enterprise_tax_code_part') is not null then
        drop index enterprise_tax_code_part;
        create index enterprise_tax_code_part on enterprise using gin ((tax_code || '') gin_trgm_ops);
    end if;
end
$$;
