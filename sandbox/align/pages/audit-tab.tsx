/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { htmlToLine } from '../html/to-text';
import { ITEM_TYPES } from '../item-types';
import { isJsonObject, type Json } from '../json';
import type { ReadableAuditEntry } from '../world/world';
import { Named, Time } from './parts';
import type { Site } from './site';

const ACTIONS = { created: 'Created', recycled: 'Moved to the recycle bin', restored: 'Restored' };

/** The history of an item, newest first. */
export function AuditTab({ site, entries }: { site: Site; entries: ReadableAuditEntry[] }) {
  return (
    <div class="grid-wrap" data-live="audit" role="region" aria-label="Audit log" tabindex={0}>
      <table class="grid audit">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">Field</th>
            <th scope="col">Old value</th>
            <th scope="col">New value</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Line site={site} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ site, entry }: { site: Site; entry: ReadableAuditEntry }) {
  const { at, who, label, action } = entry;
  const id = site.world.people.byUid(entry.uid)?.id ?? 0;
  return (
    <tr>
      <td class="when">
        <Time iso={at} never="" />
      </td>
      <td>
        <Named name={who} seed={id} />
      </td>
      {action === 'updated' ? (
        <>
          <td>{label}</td>
          <td class="old">
            <Value site={site} entry={entry} value={entry.from} />
          </td>
          <td class="new">
            <Value site={site} entry={entry} value={entry.to} />
          </td>
        </>
      ) : (
        <td colspan={3} class="event">
          {ACTIONS[action]}
        </td>
      )}
    </tr>
  );
}

function Value({ site, entry, value }: { site: Site; entry: ReadableAuditEntry; value: Json }) {
  const text = readable(site, entry, value);
  return text === '' ? <span class="none">Empty</span> : <>{text}</>;
}

/** A value as a person reads it: names instead of ids, words instead of HTML. */
function readable({ world }: Site, { type, field }: ReadableAuditEntry, value: Json): string {
  if (value === null || field === null) return '';
  const info = ITEM_TYPES[type];
  const kind = info.shape.properties[field];
  if (field === 'state') return info.states[Number(value)] ?? String(value);
  if (field === info.program) {
    return world.organisation.titleOf('program', value) ?? String(value);
  }
  if (field === info.parent?.property) {
    const parent = world.item(info.parent.type, Number(value));
    return parent ? `${parent.id} ${String(parent.fields.title)}` : String(value);
  }
  if (kind === 'uid') return world.people.nameOf(String(value));
  if (kind === 'html') return htmlToLine(String(value));
  if (kind === 'links' && Array.isArray(value)) {
    const links = value.filter(isJsonObject);
    return links.map(({ name, link }) => `${String(name)} (${String(link)})`).join(', ');
  }
  return typeof value === 'object' ? htmlToLine(JSON.stringify(value)) : String(value);
}
