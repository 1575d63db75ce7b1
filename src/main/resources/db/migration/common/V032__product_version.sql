-- Versions of the product that have started on this database, each with the SHA-256 of its models: an older jar that is
-- started again must not deploy its models over newer ones.
create table product_version (
    version varchar(64) not null,
    models varchar(64) not null,
    seen_at timestamp(3) not null,
    primary key (version, models)
);
