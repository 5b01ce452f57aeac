/** What kinds of HTML element there are for a reader of descriptions. Unknown ones are inline. */

/** Elements without content or end tag. */
export const VOID: ReadonlySet<string> = new Set(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements whose content is not text that a person reads. */
export const UNREAD: ReadonlySet<string> = new Set(
  'script style title iframe noembed noframes noscript xml'.split(' '),
);

/** Elements that begin and end a line. */
export const BLOCK: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center col colgroup dd details dialog dir div ' +
    'dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html ' +
    'legend li main menu nav ol optgroup option p pre search section summary table tbody td ' +
    'template textarea tfoot th thead tr ul xmp'
  ).split(' '),
);

const LISTS: readonly string[] = ['ul', 'ol', 'menu', 'dir'];
const CELLS: readonly string[] = ['td', 'th'];
const TABLE_PARTS: ReadonlySet<string> = new Set([
  'tr',
  'thead',
  'tbody',
  'tfoot',
  'caption',
  'colgroup',
  ...CELLS,
]);

/** The elements that an end tag or an implied end of `name` does not reach across. */
export function barriers(name: string): readonly string[] {
  if (name === 'table') return [];
  if (TABLE_PARTS.has(name)) return ['table'];
  if (name === 'li') return [...LISTS, 'table', ...CELLS];
  return ['table', ...CELLS];
}

/** The open elements that a start tag of `name` ends, as browsers do for left-out end tags. */
export function endedBy(name: string): readonly string[] {
  if (name === 'li') return ['li'];
  if (CELLS.includes(name)) return CELLS;
  if (name === 'tr') return ['tr', 'caption'];
  if (name === 'thead' || name === 'tbody' || name === 'tfoot') {
    return ['thead', 'tbody', 'tfoot', 'tr', 'caption'];
  }
  return [];
}
