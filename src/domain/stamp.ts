import { createHash } from 'node:crypto';
import type { ShownValue } from '../contract/history';

/** Identifies a field value without keeping all of it. */
export interface Stamp {
  /** Equal keys mean equal values. */
  readonly key: string;
  /** Survives a reformatting by the side that stores the value; only for values a side may reformat. */
  readonly loose?: string;
  /** True after the app's own write, until the value has been read back once. */
  readonly unconfirmed?: boolean;
  readonly shown: ShownValue | null;
}

const SHOWN_CHARACTERS = 300;
const KEY_CHARACTERS = 120;
const HASHED = 'sha256:';

/** SHA-256 as lower-case hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * A value as history shows it: at most 300 characters, cut between code points, with a hash of the whole when cut.
 */
export function shorten(text: string): ShownValue {
  if (text.length <= SHOWN_CHARACTERS) {
    return { text, length: text.length, shortened: false, sha256: null };
  }
  const cut = text.slice(0, SHOWN_CHARACTERS).replace(/[\ud800-\udbff]$/, '');
  return { text: `${cut}…`, length: text.length, shortened: true, sha256: sha256(text) };
}

/** A text that looks like the key of a longer one is hashed as well, so that it is never taken for that one. */
function keyOf(canonical: string): string {
  const itself = canonical.length <= KEY_CHARACTERS && !canonical.startsWith(HASHED);
  return itself ? canonical : `${HASHED}${sha256(canonical)}`;
}

/** Stamp of a canonical text. Null or empty text is shown as nothing. */
export function stamp(canonical: string, shownText: string | null, loose?: string): Stamp {
  return {
    key: keyOf(canonical),
    ...(loose === undefined ? {} : { loose: sha256(loose) }),
    shown: shownText === null || shownText === '' ? null : shorten(shownText),
  };
}
