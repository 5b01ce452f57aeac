/** The styles of a run of text. An absent key means "not set". */
export interface Marks {
  strong?: true;
  em?: true;
  underline?: true;
  strike?: true;
  code?: true;
  script?: 'sub' | 'sup';
  /** A web or mail address that `safe-url.ts` let through. */
  link?: string;
}

/** A run of plain text. */
export const NO_MARKS: Marks = Object.freeze({});

/** Code combines with nothing but a link, as the Atlassian Document Format demands. */
export function combinableMarks(marks: Marks): Marks {
  if (!marks.code) return marks;
  return marks.link === undefined ? { code: true } : { code: true, link: marks.link };
}

/** Whether two runs have the same styles. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return (
    a.strong === b.strong &&
    a.em === b.em &&
    a.underline === b.underline &&
    a.strike === b.strike &&
    a.code === b.code &&
    a.script === b.script &&
    a.link === b.link
  );
}
