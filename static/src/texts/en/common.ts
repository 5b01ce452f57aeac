export const common = {
  'common.actions': 'Actions',
  'common.cancel': 'Cancel',
  'common.clearSearch': 'Clear search',
  'common.loading': 'Loading',
  'common.newTab': '(opens in a new tab)',
  'common.save': 'Save',
  'common.tryAgain': 'Try again',

  'crash.title': 'This page could not be shown',
  'crash.body': 'Reload it. If it happens again, ask your Jira administrator to look at the app.',
  'crash.reload': 'Reload',

  'failure.bridge': 'The app did not answer.',
  'failure.bridge.remedy': 'Check your connection and try again in a moment.',
  'failure.unreadable': 'The app answered in a way that this page does not understand.',
  'failure.unreadable.remedy':
    'The app may have been updated while the page was open: reload the page.',

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

  'time.justNow': 'just now',

  'side.jira': 'Jira',
  'side.align': 'Jira Align',
  'side.align.short': 'Align',

  'align.item': '{type} {id}',
  'alignType.epic': 'Epic',
  'alignType.capability': 'Capability',
  'alignType.feature': 'Feature',
  'alignType.story': 'Story',
  'alignType.defect': 'Defect',
  'alignType.task': 'Task',

  'field.title': 'Title',
  'field.description': 'Description',
  'field.state': 'Status',
  'field.owner': 'Owner',
  'field.labels': 'Labels',
  'field.points': 'Points',
  'field.parent': 'Parent',

  'status.inJira': 'In Jira:',
  'status.inAlign': 'In Jira Align:',
  'status.apart': 'does not match.',
  'status.none': 'None',
} as const;
