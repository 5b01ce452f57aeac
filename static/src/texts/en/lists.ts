/** What any list and form may say. */
export const lists = {
  'common.actions': 'Actions',
  'common.cancel': 'Cancel',
  'common.clearSearch': 'Clear search',
  'common.save': 'Save',
  'notConnected.title': 'Connect to Jira Align first',
  'notConnected.body': 'The app needs the address of your Jira Align site and a token for it.',
  'notConnected.action': 'Set up the connection',
  'list.loadMore': 'Load more',
  'list.moreFailed': 'The next rows could not be loaded',
  'list.stale': 'What you see may be out of date: the last refresh failed',
  'filter.project': 'Project',
  'filter.project.all': 'All projects',
  'filter.project.none': 'No project matches',
  'filter.project.failed': 'The projects could not be loaded',
  'filter.project.clear': 'Show all projects',
  'project.nameAndKey': '{name} ({key})',
} as const;
