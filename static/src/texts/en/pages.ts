/** What frames the admin page and the project settings. */
export const pages = {
  'admin.title': 'Align Connector',
  'admin.subtitle': 'Keeps work items in Jira and Jira Align in step, in both directions.',
  'admin.tab.connection': 'Connection',
  'admin.tab.projects': 'Projects',
  'admin.tab.people': 'People',
  'admin.tab.links': 'Web links',
  'admin.tab.history': 'History',
  'admin.tab.parked': 'Parked',
  'project.title': 'Jira Align',
  'project.subtitle': 'How this project is kept in step with Jira Align.',
  'project.tab.mapping': 'Mapping',
  'project.tab.links': 'Web links',
  'project.tab.history': 'History',
  'project.notConnected': 'Jira is not connected to Jira Align',
  'project.notConnected.body':
    'A Jira administrator can connect it under Apps, on the Align Connector page.',
  'project.notMapped': 'This project is not mapped to Jira Align',
  'project.notMapped.body':
    'A Jira administrator can map it to a program under Apps, on the Align Connector page.',
  'project.mapping.title': 'Program: {program}',
  'project.on': 'Syncing',
  'project.off': 'Switched off',
  'project.fact.types': 'Work types',
  'project.fact.create': 'New Jira Align items',
  'project.create.yes': 'Create issues in this project',
  'project.create.no': 'Are left alone until an issue is paired with them',
  'project.fields': 'Fields',
  'project.whoChanges':
    'A Jira administrator changes the mapping under Apps, on the Align Connector page.',
} as const;
