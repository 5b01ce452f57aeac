export const mapping = {
  'mapping.back': 'All projects',
  'mapping.title.new': 'Map {name} ({key})',
  'mapping.title.edit': '{name} ({key})',
  'mapping.intro.new': 'A first draft is filled in for you. Nothing is synced until you save.',
  'mapping.intro.edit': 'Changes apply to work items from the next time they are synced.',
  'mapping.enabled': 'Sync this project',
  'mapping.noPrograms': 'There is no program to map to',
  'mapping.noPrograms.body':
    'The account of the token sees no program in Jira Align. Give it access to one, then come back.',

  'mapping.program': 'Program',
  'mapping.program.help':
    'New Jira issues get their Jira Align item in this program. Changes in it are copied to Jira.',
  'mapping.program.label': 'Jira Align program',

  'mapping.types': 'Work types',
  'mapping.types.help':
    'Choose what each Jira work type becomes in Jira Align. Types that are not synced are left alone.',
  'mapping.types.jira': 'Jira',
  'mapping.types.align': 'Jira Align',
  'mapping.types.subtask': 'Sub-task',
  'mapping.types.notSynced': 'Not synced',
  'mapping.types.choice': '{name} becomes',

  'mapping.states': 'Statuses and states',
  'mapping.states.help':
    'Several statuses may lead to one state. Going back, each state leads to one status.',
  'mapping.states.none': 'Map a work type first.',
  'mapping.states.count':
    '{statuses, plural, one {# status} other {# statuses}}, {states, plural, one {# state} other {# states}}',
  'mapping.states.warnings': '{count, plural, one {# open question} other {# open questions}}',
  'mapping.states.toAlign': 'From Jira to Jira Align',
  'mapping.states.toJira': 'From Jira Align to Jira',
  'mapping.states.status': 'Jira status',
  'mapping.states.state': 'Jira Align state',
  'mapping.states.keep': 'Do not change',
  'mapping.states.sticky': 'Never reopen resolved issues',
  'mapping.states.resolution': 'Resolution to set',
  'mapping.states.resolution.none': 'Done, or the first that Jira offers',
  'mapping.states.toAlign.choice': '{type}: the Jira status {name} becomes',
  'mapping.states.toJira.choice': '{type}: the Jira Align state {name} becomes',

  'mapping.fields': 'Fields',
  'mapping.fields.help':
    'Choose which way each field goes, and who wins when both sides changed it. The value that loses stays in the history.',
  'mapping.fields.field': 'Field',
  'mapping.fields.direction': 'Direction',
  'mapping.fields.policy': 'When both changed',
  'mapping.fields.direction.choice': 'Direction of {name}',
  'mapping.fields.policy.choice': 'When both sides changed {name}',
  'mapping.fields.policy.to-align': 'Jira decides',
  'mapping.fields.policy.to-jira': 'Jira Align decides',
  'mapping.fields.policy.off': 'Both sides keep their own',
  'direction.both': 'Both ways',
  'direction.to-align': 'Jira to Jira Align',
  'direction.to-jira': 'Jira Align to Jira',
  'direction.off': 'Not synced',
  'policy.newest': 'Newest change wins',
  'policy.jira': 'Jira wins',
  'policy.align': 'Jira Align wins',
  'mapping.points': 'Jira field that holds points',
  'mapping.points.none': 'No field: points are not synced',
  'mapping.points.clear': 'Use no field for points',

  'mapping.create': 'New Jira Align items',
  'mapping.create.help':
    'When somebody creates an item in the program, the app can create its Jira issue.',
  'mapping.create.label': 'New Jira Align items create Jira issues',
  'mapping.create.becomes': '{alignType} creates {issueType}',

  'mapping.removal': 'When something is removed',
  'mapping.removal.help':
    'What a removal on one side does on the other. Whatever you choose, the two are no longer synced, and an item that comes back is linked again.',
  'mapping.removal.item': 'When a Jira Align item is recycled, cancelled or gone',
  'mapping.removal.item.unlink': 'Keep the issue as it is',
  'mapping.removal.item.transition': 'Move the issue to a status',
  'mapping.removal.item.delete': 'Delete the issue (the app needs Delete Issues)',
  'mapping.removal.status': 'Status for issues whose item is removed',
  'mapping.removal.issue': 'When a Jira issue is deleted',
  'mapping.removal.issue.unlink': 'Keep the Jira Align item as it is',
  'mapping.removal.issue.cancel': 'Cancel the Jira Align item',
  'mapping.removal.issue.recycle': 'Move the Jira Align item to the recycle bin',
  'mapping.removal.guard': 'Pause and ask when more than this share is removed within an hour',
  'mapping.removal.guard.share': '{share, number, percent} of the pairs',
  'mapping.removal.guard.off': 'Never ask',
  'mapping.check.noRemovedStatus': 'Choose the status that issues of removed items are moved to.',

  'mapping.check.error': 'Error',
  'mapping.check.warning': 'Warning',
  'mapping.check.noTypes': 'Map at least one work type, or nothing would be synced.',
  'mapping.check.taskWithoutStory':
    'A Jira Align task needs a story above it: map a work type to Story, or map none to Task.',
  'mapping.check.typeGone':
    '{name} is no longer a work type of this project. It is left out when the mapping is saved again without it.',
  'mapping.check.subtask':
    '{name} is a sub-task. Task is the Jira Align type that keeps it under its story.',
  'mapping.check.task':
    '{name} is not a sub-task, but a Jira Align task can only be created under a story.',
  'mapping.check.noState':
    '{count, plural, one {The status {names} has} other {These statuses have}} no state{count, plural, one {} other {: {names}}}. Jira Align keeps its own state meanwhile, and history reports it.',
  'mapping.check.noStatus':
    '{count, plural, one {The state {names} has} other {These states have}} no status{count, plural, one {} other {: {names}}}. Jira keeps its own status meanwhile, and history reports it.',
  'mapping.check.noPoints': 'Points are on, but no Jira field holds them. They are left alone.',
  'mapping.check.pointsGone':
    'The points field {id} no longer exists in this project. Choose another one.',

  'mapping.fixFirst': 'Fix the errors above to save.',
  'mapping.unsaved': 'You have unsaved changes.',
  'mapping.save': 'Save mapping',
  'mapping.saved': 'Mapping of {name} saved',
  'mapping.save.failed': 'The mapping was not saved',
  'mapping.leave.title': 'Leave without saving?',
  'mapping.leave.body': 'Your changes to this mapping are lost.',
  'mapping.leave.confirm': 'Leave',
} as const;
