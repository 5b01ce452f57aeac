import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { HostLog } from './host-log';

const DEBOUNCE_MS = 150;
const OWNER_ONLY = 0o600;

interface Part {
  capture: () => unknown;
  dirty: boolean;
}

/**
 * Keeps the host's state in JSON files so that it survives a restart. A change is written after a
 * short pause, through a temporary file that is then renamed, so a reader never sees half a file.
 */
export class Snapshots {
  private readonly parts = new Map<string, Part>();
  private timer: NodeJS.Timeout | undefined;

  /** @param folder Where the files go; absent = nothing is kept. */
  constructor(
    private readonly folder: string | undefined,
    private readonly log: HostLog,
  ) {
    if (folder) mkdirSync(folder, { recursive: true });
  }

  /**
   * The content of `<name>.json` from the last run, or undefined.
   * @throws Error with the remedy when the file is damaged.
   */
  load(name: string): unknown {
    const file = this.file(name);
    if (!file || !existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch (cause) {
      throw new Error(`${file} is not valid JSON. Delete it, or start with --reset.`, { cause });
    }
  }

  /** Names a part of the state; the returned function says that it changed. */
  register(name: string, capture: () => unknown): () => void {
    const part: Part = { capture, dirty: false };
    this.parts.set(name, part);
    return () => {
      part.dirty = true;
      if (this.folder) this.timer ??= setTimeout(() => this.flush(), DEBOUNCE_MS);
    };
  }

  /** Writes what changed, now. A failure is logged and tried again at the next change. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const [name, part] of this.parts) {
      const file = this.file(name);
      if (!file || !part.dirty) continue;
      try {
        writeFileSync(`${file}.new`, JSON.stringify(part.capture()), { mode: OWNER_ONLY });
        chmodSync(`${file}.new`, OWNER_ONLY);
        renameSync(`${file}.new`, file);
        part.dirty = false;
      } catch (error) {
        this.log.loud(`could not write ${file}: ${String(error)}`);
      }
    }
  }

  private file(name: string): string | undefined {
    return this.folder && path.join(this.folder, `${name}.json`);
  }
}
