/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { AlignItem } from '../world/item';
import { jiraLinkOf } from './jira-link';
import { Layout } from './layout';
import { OutIcon } from './icons';
import { PersonName, StateChip, Time } from './parts';
import type { Site, Viewer } from './site';

/** What a person asked the grid for. */
export interface GridFilter {
  text: string;
  program: string;
  recycled: boolean;
}

/** All items of a type as a table. */
export function GridPage(props: {
  site: Site;
  viewer: Viewer;
  type: ItemType;
  filter: GridFilter;
  version: string;
}) {
  const { site, viewer, type, filter, version } = props;
  const info = ITEM_TYPES[type];
  const all = site.world.items(type);
  const shown = all.filter((item) => isShown(item, filter)).reverse();
  const binned = all.filter(({ recycled }) => recycled).length;
  const title = filter.recycled ? `${info.collection} in the recycle bin` : info.collection;
  return (
    <Layout {...{ site, viewer, title, type, version }} watch="all">
      <div class="page-head">
        <h1>{title}</h1>
        <span class="count" data-live="count">
          {shown.length === 1 ? '1 item' : `${shown.length} items`}
        </span>
        <a class="button button-primary" href={`/create/${type}`}>
          Create {info.label.toLowerCase()}
        </a>
      </div>
      <FilterBar site={site} type={type} filter={filter} binned={binned} />
      <div class="grid-wrap" data-live="rows">
        {shown.length > 0 ? (
          <Rows site={site} type={type} items={shown} />
        ) : (
          <EmptyGrid type={type} filter={filter} />
        )}
      </div>
    </Layout>
  );
}

function isShown(item: AlignItem, { text, program, recycled }: GridFilter): boolean {
  const programProperty = ITEM_TYPES[item.type].program;
  const wanted = text.trim().toLowerCase();
  return (
    item.recycled === recycled &&
    (program === '' || !programProperty || String(item.fields[programProperty]) === program) &&
    (wanted === '' || `${item.id} ${String(item.fields.title)}`.toLowerCase().includes(wanted))
  );
}

function FilterBar(props: { site: Site; type: ItemType; filter: GridFilter; binned: number }) {
  const { site, type, filter, binned } = props;
  const { grid, program } = ITEM_TYPES[type];
  return (
    <form class="filters" method="get" action={`/${grid}`} role="search">
      <label>
        <span>Find</span>
        <input type="search" name="q" value={filter.text} placeholder="Title or id" />
      </label>
      {program && (
        <label>
          <span>Program</span>
          <select name="program">
            <option value="">All programs</option>
            {site.world.organisation.all('program').map(({ id, title }) => (
              <option value={String(id)} selected={filter.program === String(id)}>
                {String(title)}
              </option>
            ))}
          </select>
        </label>
      )}
      {filter.recycled && <input type="hidden" name="recycled" value="1" />}
      <button type="submit" class="button">
        Apply
      </button>
      <span class="filters-end" data-live="bin">
        {filter.recycled ? (
          <a href={`/${grid}`}>Back to the items in use</a>
        ) : (
          <a href={`/${grid}?recycled=1`}>Recycle bin ({binned})</a>
        )}
      </span>
    </form>
  );
}

function Rows({ site, type, items }: { site: Site; type: ItemType; items: AlignItem[] }) {
  const info = ITEM_TYPES[type];
  return (
    <table class="grid">
      <thead>
        <tr>
          <th scope="col">Id</th>
          <th scope="col">{type === 'epic' ? 'Name' : 'Title'}</th>
          <th scope="col">State</th>
          {info.program ? <th scope="col">Program</th> : <th scope="col">{info.parent?.label}</th>}
          <th scope="col">Owner</th>
          {info.points && (
            <th scope="col" class="number">
              {type === 'task' ? 'Hours' : 'Points'}
            </th>
          )}
          <th scope="col">Jira</th>
          <th scope="col">Updated</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row site={site} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ site: { world, jiraUrl }, item }: { site: Site; item: AlignItem }) {
  const { type, fields } = item;
  const { program, points, owner, parent, grid, idParameter } = ITEM_TYPES[type];
  const jira = jiraLinkOf(item, jiraUrl());
  const parentId = parent && fields[parent.property];
  return (
    <tr>
      <td class="id">{item.id}</td>
      <td class="title">
        <a href={`/${grid}?FirstTime=True&${idParameter}=${item.id}`}>{String(fields.title)}</a>
      </td>
      <td>
        <StateChip type={type} state={fields.state ?? null} />
      </td>
      <td>
        {program
          ? (world.organisation.titleOf('program', fields[program]) ?? (
              <span class="none">No program</span>
            ))
          : parentId && `${String(parentId)}`}
      </td>
      <td>
        <PersonName people={world.people} uid={fields[owner] ?? null} nobody="No owner" />
      </td>
      {points && <td class="number">{fields[points] ?? <span class="none">–</span>}</td>}
      <td>
        {jira ? (
          <a class="out" href={jira.href}>
            {jira.key} <OutIcon />
          </a>
        ) : (
          <span class="none">–</span>
        )}
      </td>
      <td class="when">
        <Time iso={fields.lastUpdatedDate ?? null} never="Never updated" />
      </td>
    </tr>
  );
}

function EmptyGrid({ type, filter }: { type: ItemType; filter: GridFilter }) {
  const { label, collection, grid } = ITEM_TYPES[type];
  const lower = collection.toLowerCase();
  if (filter.text !== '' || filter.program !== '') {
    return (
      <div class="empty">
        <h2>Nothing matches</h2>
        <p>No {lower} fit what you asked for.</p>
        <a class="button" href={`/${grid}`}>
          Show all {lower}
        </a>
      </div>
    );
  }
  if (filter.recycled) {
    return (
      <div class="empty">
        <h2>The recycle bin is empty</h2>
        <p>Recycled {lower} stay here until they are restored.</p>
      </div>
    );
  }
  return (
    <div class="empty">
      <h2>No {lower} yet</h2>
      <p>Create one here, or let the connector bring one from Jira.</p>
      <a class="button button-primary" href={`/create/${type}`}>
        Create {label.toLowerCase()}
      </a>
    </div>
  );
}
