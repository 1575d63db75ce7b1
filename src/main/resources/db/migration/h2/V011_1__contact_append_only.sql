create trigger contact_append_only before update, delete on contact call 'vn.outreach.ledger.AppendOnlyTrigger';
