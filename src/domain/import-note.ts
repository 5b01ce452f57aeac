import type { ImportNote } from '../contract/import-mapping';
import type { ProjectMapping } from '../contract/mapping';

/** A draft after one part of an import, and what is to be said of that part. */
export interface Imported {
  readonly draft: ProjectMapping;
  readonly notes: readonly ImportNote[];
}

/** A note, with only what it has to say. */
export function importNote(code: ImportNote['code'], more: Partial<ImportNote> = {}): ImportNote {
  return { alignType: null, count: 0, names: [], ...more, code };
}

/** Notes about names, when there are any. Each name is told once. */
export function noteOf(
  code: ImportNote['code'],
  names: readonly string[],
  more: Partial<ImportNote> = {},
): ImportNote[] {
  return names.length === 0 ? [] : [importNote(code, { ...more, names: [...new Set(names)] })];
}
