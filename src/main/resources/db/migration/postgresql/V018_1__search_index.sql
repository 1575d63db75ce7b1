-- People search by part of a name or of a tax code. Where the database's user may not add the extension, or the server
-- does not have it, searches read the whole register: right all the same, and fast enough for an office's own.
do $$
begin
    create extension if not exists pg_trgm;
    create index enterprise_search_name_part on enterprise using gin (search_name gin_trgm_ops);
    create index enterprise_tax_code_part on enterprise using gin (tax_code gin_trgm_ops);
exception when insufficient_privilege or undefined_file or feature_not_supported then
    raise notice 'No index for parts of names and tax codes: %', sqlerrm;
end
$$;
