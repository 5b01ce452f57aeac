export const VOID = new Set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr'.split(' '));
export const UNREAD = new Set('script style title iframe noembed noframes noscript xml'.split(' '));
export const BLOCK = new Set(('address article aside blockquote body caption center col colgroup dd details dialog dir div ' +
    'dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html ' +
    'legend li main menu nav ol optgroup option p pre search section summary table tbody td ' +
    'template textarea tfoot th thead tr ul xmp').split(' '));
const LISTS = ['ul', 'ol', 'menu', 'dir'];
const CELLS = ['td', 'th'];
const TABLE_PARTS = new Set(['tr', 'thead', 'tbody', 'tfoot', 'caption', 'colgroup', ...CELLS]);
export function barriers(name) {
    if (name === 'table')
        return [];
    if (TABLE_PARTS.has(name))
        return ['table'];
    if (name === 'li')
        return [...LISTS, 'table', ...CELLS];
    return ['table', ...CELLS];
}
export function endedBy(name) {
    if (name === 'li')
        return ['li'];
    if (CELLS.includes(name))
        return CELLS;
    if (name === 'tr')
        return ['tr', 'caption'];
    if (name === 'thead' || name === 'tbody' || name === 'tfoot') {
        return ['thead', 'tbody', 'tfoot', 'tr', 'caption'];
    }
    return [];
}
