import { text } from './odata';

/** Of a name; each makes the query longer. */
const MOST_WORDS = 5;

/**
 * What a person may have typed of a user. Only `eq`, `and` and `or` are known to be understood, so whole values are
 * compared: as typed, and names as they are usually written, in case the comparison minds capitals.
 */
export function nameFilter(query: string): string {
  const words = query.split(/\s+/, MOST_WORDS).filter(Boolean);
  const capitals = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const spellings = [...new Set([words.join(' '), capitals.join(' ')])];
  const tests = [
    `email eq ${text(query)}`,
    `email eq ${text(query.toLowerCase())}`,
    `uid eq ${text(query)}`,
    ...spellings.flatMap((name) => [
      ...['fullName', 'firstName', 'lastName'].map((property) => `${property} eq ${text(name)}`),
      ...firstAndLast(name),
    ]),
  ];
  return `(${[...new Set(tests)].join(' or ')})`;
}

/** Either part of a name may itself have several words. */
function firstAndLast(name: string): string[] {
  const words = name.split(' ');
  return words.slice(1).map((_, at) => {
    const first = words.slice(0, at + 1).join(' ');
    const last = words.slice(at + 1).join(' ');
    return `(firstName eq ${text(first)} and lastName eq ${text(last)})`;
  });
}
