-- Which cell carries the admission of a candidate; kept when the candidate's own row is erased, so that its steps stay
-- with the same readers. Candidates without a row here have no admission yet, or one from before this table.
create table admission_host (
    candidate_ref varchar(20) primary key,
    host_cell varchar(64) not null
);
