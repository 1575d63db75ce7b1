create trigger plan_result_changed after insert, update, delete on plan_result for each row
    call 'vn.outreach.register.achievement.ReachedChangedTrigger';
create trigger enterprise_day_changed after insert, update, delete on enterprise for each row
    call 'vn.outreach.register.achievement.ReachedChangedTrigger';
