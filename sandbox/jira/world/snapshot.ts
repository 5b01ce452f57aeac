import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JiraState } from './state';

const FORMAT = 3;
const DELAY_MS = 200;

/** Keeps the site in `jira.json` of a folder, so that a restart finds it again. */
export class Snapshot {
  private readonly file: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    folder: string,
    private readonly state: () => JiraState,
  ) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'jira.json');
  }

  /**
   * The state that was kept, if any.
   * @throws {Error} when the file is damaged or of another version, with what to do
   */
  static load(folder: string): JiraState | undefined {
    const file = join(folder, 'jira.json');
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const kept = parse(text);
    if (kept?.format !== FORMAT) {
      throw new Error(`${file} is damaged or of another version. Delete it to start afresh.`);
    }
    return kept.state;
  }

  /** Writes soon; many changes in a row are written once. */
  schedule(): void {
    this.timer ??= setTimeout(() => this.flush(), DELAY_MS);
  }

  /** Writes now what is waiting to be written. */
  flush(): void {
    if (!this.timer) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    // A reader never sees half a file: it is written beside and then takes the place.
    writeFileSync(`${this.file}.part`, JSON.stringify({ format: FORMAT, state: this.state() }));
    renameSync(`${this.file}.part`, this.file);
  }
}

function parse(text: string): { format: number; state: JiraState } | undefined {
  try {
    return JSON.parse(text) as { format: number; state: JiraState };
  } catch {
    return undefined;
  }
}
