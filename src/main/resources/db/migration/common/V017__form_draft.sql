-- What somebody had filled in of a task's form and did not send yet: one draft a person and task, gone with the task.
create table form_draft (
    task_id varchar(64) not null,
    user_id varchar(64) not null,
    answers varchar(64000) not null,
    saved_at timestamp(3) with time zone not null,
    primary key (task_id, user_id)
);
