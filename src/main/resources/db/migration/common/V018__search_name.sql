-- Names from old fonts carry an Icelandic letter that looks like đ: search text has a d for both now.
update enterprise set search_name = replace(search_name, 'ð', 'd') where search_name like '%ð%';
