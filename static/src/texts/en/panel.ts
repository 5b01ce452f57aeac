/** What the issue panel alone says. */
export const panel = {
  'panel.title': 'Jira Align',
  'panel.status.paired': 'In step',
  'panel.status.creating': 'Being created',
  'panel.status.unlinked': 'Unlinked',
  'panel.status.parked': 'Needs attention',
  'panel.status.not-paired': 'Not paired yet',
  'panel.status.not-mapped': 'Not synced',
  'panel.about.creating': 'The Jira Align item is being created. This takes a few seconds.',
  'panel.about.unlinked':
    'This issue had a Jira Align item. One of them is gone or they were unlinked, so changes are no longer copied.',
  'panel.about.parked': 'Changes wait until somebody has looked at them.',
  'panel.about.not-paired':
    'This issue has no Jira Align item yet. The next change of the issue, or Sync now, creates it.',
  'panel.about.not-mapped':
    'Issues of this type in this project are not synced. A Jira administrator can map them on the Align Connector page.',
  'panel.program': 'Program: {name}',
  'panel.lastSynced': 'last in step',
  'panel.sync': 'Sync now',
  'panel.syncing': 'Asking for a sync…',
  'panel.queued': 'The sync is on its way. The panel follows by itself.',
  'panel.done': 'Synced. Both sides hold the same values.',
  'panel.history': 'Latest changes',
  'panel.history.empty': 'Nothing has been synced yet.',
} as const;
