/**
 * Cockpit's page of tasks counts them by group with a report that wants a right on all tasks, admissions too. Who looks on
 * has none; the same numbers come from the history of what they may see.
 */
define(['angular'], angular => {
  angular.module('outreach.counts', []).run(['camAPI', api => {
    const report = api.resource('task-report');
    const tasks = api.resource('history');
    const groups = api.resource('group');
    report.countByCandidateGroup = done => groups.list({maxResults: 100})
      .then(all => Promise.all(all.map(({id}) => tasks.taskCount({unfinished: true, taskHadCandidateGroup: id})
        .then(({count}) => ({groupName: id, taskCount: count})))))
      .then(counts => done(null, counts.filter(({taskCount}) => taskCount > 0).sort((one, other) => other.taskCount - one.taskCount)), done);
  }]);
});
