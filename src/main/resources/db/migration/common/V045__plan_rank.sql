-- From how many workers on an enterprise counts as large in this plan, and why a row stands where it stands: the place within
-- its rank, the sentence, the day, and the facts and the threshold by which it was ranked.
alter table plan add column many_workers integer;
alter table plan_row add column rank_place integer;
alter table plan_row add column rank_reason varchar(500);
alter table plan_row add column ranked_on date;
alter table plan_row add column rank_surveyed_on date;
alter table plan_row add column rank_accessibility varchar(20);
alter table plan_row add column rank_union_on date;
alter table plan_row add column rank_workers integer;
alter table plan_row add column rank_many_workers integer;
