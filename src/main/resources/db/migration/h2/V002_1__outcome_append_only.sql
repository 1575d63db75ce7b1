create trigger outcome_append_only before update, delete on outcome call 'vn.outreach.ledger.AppendOnlyTrigger';
