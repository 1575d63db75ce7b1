-- The register is read in the order of names, page after page.
create index enterprise_sort_name on enterprise (sort_name, tax_code);
