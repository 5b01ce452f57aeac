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
  'mapping.fields.policy.off': 'Left alone',
  'direction.both': 'Both ways',
  'direction.to-align': 'Jira to Jira Align',
  'direction.to-jira': 'Jira Align to Jira',
  'direction.off': 'Not synced',
  'policy.newest': 'Newest change wins',
  'policy.jira': 'Jira wins',
  'policy.align': 'Jira Align wins',
  'policy.ask': 'Ask a person',
  'mapping.fields.group.basics': 'Basics',
  'mapping.fields.group.people': 'People',
  'mapping.fields.group.planning': 'Planning',
  'mapping.fields.group.dates': 'Dates',
  'mapping.fields.group.status': 'Status',
  'mapping.fields.jiraField': 'Jira field',
  'mapping.fields.jiraField.own': 'Built in',
  'mapping.fields.jiraField.choice': 'Jira field that holds {name}',
  'mapping.fields.jiraField.none': 'Choose a field',
  'mapping.fields.jiraField.noneThere': 'No field fits',
  'mapping.fields.jiraField.clear': 'Use no field for {name}',
  'mapping.fields.comments': 'Comments stay in Jira: the API of Jira Align has none.',

  'mapping.values': 'Values of {name}',
  'mapping.values.count':
    '{count, plural, =0 {Matched by name} one {# pair, the rest by name} other {# pairs, the rest by name}}',
  'mapping.values.help':
    'Values with the same name on both sides belong together. Pair those that are named differently. Several Jira values may lead to one in Jira Align; back it leads to the first.',
  'mapping.values.help.priority':
    'Usual names, such as Highest and Critical, are matched for you. Pair those that you want otherwise. Several Jira priorities may lead to one in Jira Align; back it leads to the first.',
  'mapping.values.jira': 'Jira value',
  'mapping.values.align': 'Jira Align value',
  'mapping.values.jira.choice': '{name}: Jira value {row}',
  'mapping.values.align.choice': '{name}: Jira Align value {row}',
  'mapping.values.choose': 'Choose a value',
  'mapping.values.add': 'Add a pair',
  'mapping.values.remove': '{name}: remove pair {row}',

  'mapping.exceptions': 'Exceptions for single types',
  'mapping.exceptions.count':
    '{count, plural, =0 {Every type follows the table above} one {# exception} other {# exceptions}}',
  'mapping.exceptions.help':
    'A rule for one Jira Align type, which comes before the one in the table above.',
  'mapping.exceptions.type': 'Jira Align type',
  'mapping.exceptions.type.choice': 'Type of exception {row}',
  'mapping.exceptions.field.choice': 'Field of exception {row}',
  'mapping.exceptions.add': 'Add an exception',
  'mapping.exceptions.remove': 'Remove the exception {name}',

  'mapping.create': 'New Jira Align items',
  'mapping.create.help':
    'When somebody creates an item in the program, the app can create its Jira issue.',
  'mapping.create.label': 'New Jira Align items create Jira issues',
  'mapping.create.becomes': '{alignType} creates {issueType}',

  'mapping.adoptForeign': "Take over items that Jira Align's own connector keeps",
  'mapping.check.adoptForeign':
    "Switch Jira Align's own connector off for this project first. Two connectors on one item overwrite each other.",

  'mapping.import': "Import from Jira Align's connector",
  'mapping.import.failed': 'Nothing was imported',
  'mapping.import.nothing': 'There is nothing to import',
  'mapping.import.done': 'Imported as a draft: check it, then save',
  'mapping.import.warning':
    "Switch Jira Align's own connector off for this project before you switch the sync on. Two connectors on one item overwrite each other.",
  'mapping.import.replace': 'Replace your unsaved changes?',
  'mapping.import.replace.body': 'The import begins with the mapping as it was loaded.',
  'mapping.import.replace.confirm': 'Replace',
  'mapping.import.note.NOT_CONNECTED_THERE':
    "None of Jira Align's own connectors maps this project. The draft is as it was.",
  'mapping.import.note.PROGRAM_TAKEN': 'Program taken over: {names}.',
  'mapping.import.note.PROGRAM_NOT_TAKEN':
    '{number, plural, =0 {No program is mapped there} other {The token sees no program {names}}}. Choose the program below.',
  'mapping.import.note.SEVERAL_PROGRAMS':
    'The project is mapped to several programs there: {names}. A mapping has one.',
  'mapping.import.note.STATES_TAKEN':
    '{type}: {count, plural, one {# pair} other {# pairs}} of status and state taken over. Others are as they were.',
  'mapping.import.note.STATES_NONE':
    '{type}: no status or state was found that could be taken over.',
  'mapping.import.note.TYPE_NOT_MAPPED':
    '{type}: no work type becomes one, so no states are taken over.',
  'mapping.import.note.STATUSES_GONE':
    '{type}: left out, because no work type has {number, plural, one {the status} other {these statuses}}: {names}.',
  'mapping.import.note.STATES_UNKNOWN':
    '{type}: left out, because Jira Align has no such {number, plural, one {state} other {states}}: {names}.',
  'mapping.import.note.STATES_TWICE':
    '{type}: several statuses for {number, plural, one {the state} other {the states}} {names}. The first is taken over.',
  'mapping.import.note.LEVELS_UNKNOWN':
    'Left out, because it is not known what they belong to: rows of level {names}.',
  'mapping.import.note.PRIORITIES_TAKEN':
    '{count, plural, one {# pair} other {# pairs}} of priorities taken over, see the values of the field.',
  'mapping.import.note.PRIORITIES_NOT_TAKEN': 'Priorities left out: {names}.',
  'mapping.import.note.BOARDS_AND_TEAMS':
    'Boards, teams and custom fields are not taken over. Sprints and teams go by their names.',
  'mapping.import.note.SYNC_IS_OFF': 'The sync of the project is switched off in this draft.',

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
  'mapping.check.noJiraField':
    '{field} is on, but no Jira field is chosen for it. It is left alone.',
  'mapping.check.jiraFieldTwice':
    '{other} and {field} use the same Jira field. Choose another one for one of them.',
  'mapping.check.jiraFieldGone':
    'The Jira field {id} behind {field} no longer exists. Choose another one.',

  'mapping.fixFirst': 'Fix the errors above to save.',
  'mapping.unsaved': 'You have unsaved changes.',
  'mapping.save': 'Save mapping',
  'mapping.saved': 'Mapping of {name} saved',
  'mapping.save.failed': 'The mapping was not saved',
  'mapping.leave.title': 'Leave without saving?',
  'mapping.leave.body': 'Your changes to this mapping are lost.',
  'mapping.leave.confirm': 'Leave',
} as const;
