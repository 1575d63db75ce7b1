/**
 * A tab that is there for some tasks only: Tasklist's tabs are the same for every task, so this one comes and goes with the task
 * that is open.
 *
 * @param tab Camunda's plugin of the tab
 * @param isOffered whether the task with this id has it
 * @returns the plugins, and `link`, which gives the tab's link where it is drawn
 */
export function offeredTab(tab, isOffered) {
  let offered = false;
  const link = () => [...document.querySelectorAll('.tabbed-content .nav-tabs a')].find(({textContent}) => textContent.trim() === tab.properties.label);
  /** Whoever comes from another task with the tab open reads in it that this one has none. */
  const show = () => {
    const item = link()?.parentElement;
    const display = offered || item?.classList.contains('active') ? '' : 'none';
    if (item && item.style.display !== display) {
      item.style.display = display;
    }
  };
  new MutationObserver(show).observe(document.body, {childList: true, subtree: true});
  const offer = {
    id: `${tab.id}.offer`,
    pluginPoint: 'tasklist.task.action',
    priority: 610,
    render: (node, context, scope) => {
      scope.$watch('task.id', async id => {
        const found = Boolean(id) && await isOffered(id).catch(() => false);
        if (scope.task?.id === id) {
          offered = found;
          show();
        }
      });
    }
  };
  return {plugins: [tab, offer], link};
}
