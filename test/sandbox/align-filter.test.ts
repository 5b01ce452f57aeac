// Guarantee: the query language means what the vendor's articles show, and whatever it does not
// know is an error, never a silently wrong page.
import { feature } from '../../sandbox/align/dto/feature';
import type { JsonObject } from '../../sandbox/align/json';
import { readQuery } from '../../sandbox/align/odata/query';
import { QueryError } from '../../sandbox/align/odata/syntax';

const records: JsonObject[] = [
  {
    ...{ id: 1, title: "Kai's plan", state: 0, createdBy: '1204', points: null },
    ...{ lastUpdatedDate: null, additionalProgramIds: [], links: [] },
  },
  {
    ...{ id: 2, title: 'Refunds', state: 2, createdBy: 'Bo.Chen', points: 5 },
    ...{ lastUpdatedDate: '2026-03-01T10:00:00.250Z', additionalProgramIds: [102] },
    links: [{ id: 1, name: 'View in Jira', link: 'https://acme.atlassian.net/browse/PAY-2' }],
  },
  {
    ...{ id: 3, title: 'refunds, faster', state: 5, createdBy: '1201', points: 3 },
    ...{ lastUpdatedDate: '2026-03-02T10:00:00.000Z', additionalProgramIds: [], links: [] },
  },
];
const run = (query: Record<string, string>) =>
  readQuery(query, feature)
    .run(records)
    .map(({ id }) => id);
const filter = (text: string) => run({ $filter: text });

describe('$filter', () => {
  it.each<[string, number[]]>([
    ['id eq 2', [2]],
    ['id ne 2', [1, 3]],
    ['id gt 1 and id lt 3', [2]],
    ['id le 1 or id ge 3', [1, 3]],
    ['id eq 1 or id eq 2 and state eq 5', [1]],
    ['(id eq 1 or id eq 3) and state eq 5', [3]],
    ['not (id eq 1)', [2, 3]],
    ['not id eq 1 and not id eq 2', [3]],
    ["title eq 'Kai''s plan'", [1]],
    ["contains(title,'efunds')", [2, 3]],
    ["startswith(title, 'Ref')", [2]],
    ["endswith(title,'faster')", [3]],
    ['points eq null', [1]],
    ['points ne null', [2, 3]],
    ['createdBy eq 1204', [1]],
    ["createdBy eq 'Bo.Chen'", [2]],
    ['additionalProgramIds/any(p: p eq 102)', [2]],
    ["(links/any(l: endswith(l/link,'/PAY-2')))", [2]],
  ])('%s', (text, expected) => {
    expect(filter(text)).toEqual(expected);
  });

  it('compares dates as instants, to the millisecond and in any zone', () => {
    expect(filter('lastUpdatedDate ge 2026-03-01T10:00:00Z')).toEqual([2, 3]);
    expect(filter('lastUpdatedDate gt 2026-03-01T10:00:00.250Z')).toEqual([3]);
    expect(filter('lastUpdatedDate eq 2026-03-01T11:00:00.250+01:00')).toEqual([2]);
  });

  it('never matches an incremental filter with an item that has no lastUpdatedDate', () => {
    expect(filter('lastUpdatedDate ge 1970-01-01T00:00:00Z')).toEqual([2, 3]);
    expect(filter('lastUpdatedDate lt 2999-01-01T00:00:00Z')).toEqual([2, 3]);
    expect(filter('lastUpdatedDate eq null')).toEqual([1]);
  });

  it.each([
    'nope eq 1',
    'id is 1',
    'id eq',
    'id eq 1 and',
    '(id eq 1',
    'id eq 1)',
    "title eq 'open",
    "id eq '1'",
    "lastUpdatedDate ge '2026-01-01'",
    'title eq 5',
    'contains(title,5)',
    'title/nope eq 1',
    'l/link eq 1',
    "endswith(title,'r') eq true",
    'id eq 1 # comment',
  ])('refuses %s', (text) => {
    expect(() => filter(text)).toThrow(QueryError);
  });
});

describe('the other options', () => {
  it('orders by several properties, nulls first when ascending', () => {
    expect(run({ $orderby: 'points' })).toEqual([1, 3, 2]);
    expect(run({ $orderby: 'points desc,id' })).toEqual([2, 3, 1]);
  });

  it('skips before it takes', () => {
    expect(run({ $orderby: 'id desc', $skip: '1', $top: '1' })).toEqual([2]);
  });

  it('selects the properties asked for and sends null for an empty one', () => {
    const { run: page, select } = readQuery({ $select: 'id, points', $top: '1' }, feature);
    expect(page(records).map(select)).toEqual([{ id: 1, points: null }]);
  });

  it.each<Record<string, string>>([
    { $top: '0' },
    { $top: '-1' },
    { $top: 'all' },
    { $skip: '1.5' },
    { $orderby: 'nope' },
    { $orderby: 'id sideways' },
    { $select: 'id,nope' },
  ])('refuses %j', (query) => {
    expect(() => run(query)).toThrow(QueryError);
  });

  it('passes over options without their dollar sign, as the vendor documents', () => {
    expect(run({ top: '1', limit: '1' })).toEqual([1, 2, 3]);
  });
});
