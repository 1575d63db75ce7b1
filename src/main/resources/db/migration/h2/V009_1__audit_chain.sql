create trigger audit_chain before insert on audit for each row call 'vn.outreach.audit.AuditChainTrigger';
create trigger audit_append_only before update, delete on audit call 'vn.outreach.ledger.AppendOnlyTrigger';
create trigger audit_head_guard before insert, update, delete on audit_head
    for each row call 'vn.outreach.audit.AuditHeadTrigger';

-- Always empty: H2 has no trigger on TRUNCATE, but refuses it for a table that another one refers to.
create table audit_keeper (audit_id bigint references audit (id));
