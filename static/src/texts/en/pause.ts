export const pause = {
  'pause.fact': 'All projects',
  'pause.running': 'Syncing',
  'pause.paused': 'Paused',
  'pause.pauseAll': 'Pause sync',
  'pause.ask': 'Pause the sync of all projects?',
  'pause.ask.body':
    'Nothing is written in Jira or Jira Align until you resume it. What happens meanwhile is found then, deletions too.',
  'pause.all': 'Sync is paused for all projects',
  'pause.all.body':
    'Nothing is written on either side, and nothing that happens meanwhile is lost.',
  'pause.by': 'Paused by {name}',
  'pause.resumeAll': 'Resume sync',
  'pause.project': 'Sync of {name} is paused',
  'pause.resumeProject': 'Resume this project',
  'pause.removals':
    '{count, plural, =0 {The removals are still being collected.} one {# removal waits} other {# removals wait}} for your answer.',
  'pause.removals.help':
    'Apply them to do what the mapping says on the other side. Or only unlink: then both sides stay as they are and are no longer synced.',
  'pause.removals.apply': 'Apply the removals',
  'pause.removals.unlink': 'Only unlink the pairs',
} as const;
