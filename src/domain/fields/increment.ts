import { choice, choiceIn, chosen } from './choice';

/** The program increment, which Align's API calls a release; in Jira a list or a version field of the admin's choice. */
export const increment = choice({
  name: 'increment',
  words: { jira: 'value', align: 'program increment' },
  jira: {
    fieldId: ({ jiraFields }) => jiraFields.increment ?? null,
    read: (raw) => [choiceIn(raw) ?? []].flat(),
    payload: ([one]) => (one === undefined ? null : { id: one.id }),
  },
  align: {
    property: 'incrementId',
    read: (item) => chosen(item.more.incrementId),
    unnamed: (id) => `Program increment ${id}`,
  },
});
