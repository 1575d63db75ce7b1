-- What is to do, ready to be asked for: one row per open task and unit that it is offered to, written in the transaction
-- that changes the task. The engine's tables say the same; a comparison each day tells where they do not.
create table task_line (
    task_id varchar(64) not null,
    -- Empty where the task is offered to no unit.
    unit varchar(255) not null,
    -- 1 for the first row of each task: lists that do not ask by unit take this one.
    unit_number integer not null,
    holder varchar(255),
    due_at timestamp(3),
    priority integer not null,
    process_key varchar(255) not null,
    step varchar(255) not null,
    name varchar(255),
    created_at timestamp(3) not null,
    process_instance_id varchar(64) not null,
    tax_code varchar(14),
    primary key (task_id, unit)
);

create index task_line_unit on task_line (unit, due_at, priority desc, task_id);
create index task_line_holder on task_line (holder, due_at, priority desc, task_id);
create index task_line_due on task_line (due_at, priority desc, task_id);
create index task_line_enterprise on task_line (tax_code);
