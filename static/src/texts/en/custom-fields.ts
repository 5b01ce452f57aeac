/** Of the mapping editor's part about custom fields. */
export const customFields = {
  'mapping.custom': 'Custom fields',
  'mapping.custom.help':
    'Pair custom fields of both sides that hold the same. They are kept in step like any other field.',
  'mapping.custom.empty': 'No custom fields are paired yet.',
  'mapping.custom.jira': 'Jira field',
  'mapping.custom.align': 'Jira Align field',
  'mapping.custom.option': '{name} ({kind})',
  'mapping.custom.option.id': '{name} ({kind}, {id})',
  'mapping.custom.kind.text': 'Text',
  'mapping.custom.kind.paragraph': 'Text of several lines',
  'mapping.custom.kind.number': 'Number',
  'mapping.custom.kind.date': 'Date',
  'mapping.custom.kind.choice': 'Single choice',
  'mapping.custom.kind.choices': 'Multiple choice',
  'mapping.custom.kind.user': 'User',
  'mapping.custom.types': 'Only for {types}',
  'mapping.custom.jira.noneLeft': 'No Jira field of this kind is left',
  'mapping.custom.align.noneLeft': 'No Jira Align field of this kind is left',
  'mapping.custom.jira.clear': 'Choose another Jira field',
  'mapping.custom.align.clear': 'Choose another Jira Align field',
  'mapping.custom.add': 'Add pairing',
  'mapping.custom.missing': 'Choose a field on both sides first.',
  'mapping.custom.added': '{jira} in Jira is paired with {align} in Jira Align',
  'mapping.custom.remove': 'Remove the pairing of {name}',
  'mapping.custom.removed': 'The pairing of {name} is removed',
  'mapping.custom.full': 'A mapping takes {most} pairings. Remove one to add another.',
  'mapping.custom.failed': 'The custom fields of Jira Align could not be listed',
  'mapping.custom.unlisted.no-item':
    'Custom fields that only these types have are not listed: {types}. Jira Align tells them where an item exists, and there is none yet.',
  'mapping.custom.unlisted.not-allowed':
    'Custom fields that only these types have are not listed: {types}. The account of the token may not read them in Jira Align.',
  'mapping.custom.unlisted.not-offered':
    'Custom fields that only these types have are not listed: {types}. This Jira Align does not tell them.',
  'mapping.custom.values.help':
    'Options with exactly the same name belong together. Pair those that are named differently. Several Jira options may lead to one in Jira Align; back it leads to the first.',

  'mapping.check.pairedTwice.jira':
    'The Jira field of {name} is paired twice. Remove one of the two pairings.',
  'mapping.check.pairedTwice.align':
    '{first} and {name} are paired with the same Jira Align field. Remove one of the two.',
  'mapping.check.pairedAsField':
    'The Jira field {name} already stands for {field} in the table of fields. Remove the pairing, or choose another Jira field there.',
  'mapping.check.pairedJiraGone': 'The Jira field of {name} no longer exists. Remove the pairing.',
  'mapping.check.pairedAlignGone':
    'Jira Align does not list the field paired with {name} any more. What it refuses stands in the history.',
  'mapping.check.pairedKinds':
    'The two fields of {name} hold values of different kinds. Remove the pairing and pair fields of one kind.',
  'mapping.check.pairedValues': 'Two options of {name} are paired twice. Keep one of the two.',
} as const;
