import { choice, choiceIn, chosen } from './choice';

/** Jira's team field is written as the bare id of a team. */
export const team = choice({
  name: 'team',
  words: { jira: 'team', align: 'team' },
  jira: {
    fieldId: ({ jiraFields }) => jiraFields.team ?? null,
    read: (raw) => [choiceIn(raw) ?? []].flat(),
    payload: ([one]) => one?.id ?? null,
  },
  align: {
    property: 'teamId',
    read: (item) => chosen(item.more.teamId),
    unnamed: (id) => `Team ${id}`,
  },
});
