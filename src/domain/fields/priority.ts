import { alignPriorities, nearestPriority } from '../align-priority';
import { choice, choiceIn, chosen } from './choice';

/** Align's priorities are the same on every site; Jira's are a project's own. */
export const priority = choice({
  name: 'priority',
  words: { jira: 'priority', align: 'priority' },
  jira: {
    fieldId: () => 'priority',
    read: (raw) => [choiceIn(raw) ?? []].flat(),
    payload: ([one]) => (one === undefined ? null : { id: one.id }),
  },
  align: {
    property: 'priority',
    read: (item) => chosen(item.more.priority),
    unnamed: (id, type) =>
      alignPriorities(type).find((one) => one.id === id)?.name ?? `Priority ${id}`,
    fixed: alignPriorities,
  },
  nearest: {
    toAlign: (jira, lists) => [nearestPriority(jira, lists.jira, lists.align) ?? []].flat(),
    firstOfSeveral: true,
  },
});
