import bell from '../../../../../app/parts/bell.js';

/** The bell in Tasklist's header. */
export default [
  {
    id: 'outreach.bell',
    pluginPoint: 'tasklist.navbar.action',
    priority: 900,
    render: node => {
      node.append(bell());
    }
  }
];
