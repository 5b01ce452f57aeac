const KEPT_LINES = 2_000;

/** Everything the app printed and everything the host has to say, newest last. */
export class HostLog {
  private readonly lines: string[] = [];

  /** @param print Where each line also goes; absent = kept in memory only. */
  constructor(private readonly print?: (line: string) => void) {}

  /** A line that the app printed with `console.<level>`. */
  app(level: string, functionKey: string | undefined, text: string): void {
    this.add(`[app ${level}${functionKey ? ` ${functionKey}` : ''}] ${text}`);
  }

  /** What the host did, for the curious. */
  info(text: string): void {
    this.add(`[forge-host] ${text}`);
  }

  /** What a person must see: work dropped, a call that the host does not know, a crash. */
  loud(text: string): void {
    this.add(`[forge-host] !!! ${text}`);
  }

  /** The last 2,000 lines. */
  all(): readonly string[] {
    return this.lines;
  }

  private add(line: string): void {
    this.lines.push(line);
    if (this.lines.length > KEPT_LINES) this.lines.splice(0, this.lines.length - KEPT_LINES);
    this.print?.(line);
  }
}
