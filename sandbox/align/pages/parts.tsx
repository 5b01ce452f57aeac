/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { Json } from '../json';
import { fullName, type People } from '../world/people';

const AVATAR_COLOURS = 6;

/** How far along a state is, for its colour. */
export function stage(type: ItemType, state: number): 'new' | 'active' | 'done' | 'closed' {
  if (type === 'defect') {
    return state === 1 ? 'new' : state < 5 ? 'active' : state === 5 ? 'done' : 'closed';
  }
  const last = Math.max(...Object.keys(ITEM_TYPES[type].states).map(Number));
  if (state === last) return 'done';
  const firstActive = 2;
  return state >= firstActive ? 'active' : 'new';
}

/** A state as a coloured word. */
export function StateChip({ type, state }: { type: ItemType; state: Json }) {
  const name = typeof state === 'number' ? ITEM_TYPES[type].states[state] : undefined;
  if (name === undefined) return <span class="none">No state</span>;
  return <span class={`chip chip-${stage(type, Number(state))}`}>{name}</span>;
}

/** A person with their initials, or the word for nobody. */
export function PersonName({ people, uid, nobody }: { people: People; uid: Json; nobody: string }) {
  if (typeof uid !== 'string') return <span class="none">{nobody}</span>;
  const person = people.byUid(uid);
  return <Named name={person ? fullName(person) : uid} seed={person?.id ?? 0} />;
}

/** A name with its initials in a disc. */
export function Named({ name, seed }: { name: string; seed: number }) {
  const initials = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase());
  return (
    <span class="person">
      <span class={`avatar avatar-${seed % AVATAR_COLOURS}`} aria-hidden="true">
        {initials.join('')}
      </span>
      {name}
    </span>
  );
}

/** A time, short; the whole of it in the tool tip. The client turns it into local time. */
export function Time({ iso, never }: { iso: Json; never: string }) {
  if (typeof iso !== 'string') return <span class="none">{never}</span>;
  const text = iso.replace('T', ' ').slice(0, 16);
  return (
    <time datetime={iso} title={`${iso.replace('T', ' ').slice(0, 23)} UTC`}>
      {text}
    </time>
  );
}
