import { polled } from '../../sandbox/settled';
import { startSite, type Site } from '../../sandbox/site';
import { type AppClock, appClock } from '../usecases/support/app-clock';

/** A Monday inside the program increment of the demo world. */
const MONDAY = Date.parse('2026-03-09T00:00:00Z');
const DAY_MS = 24 * 3_600_000;
const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** A moment of the demo's week, for example `tue 09:20`. */
export type Moment = `${'mon' | 'tue' | 'wed' | 'thu' | 'fri'} ${number}:${number}`;

/**
 * A site whose time is told by a script: both applications and the app live in the same week, whenever
 * it is played, so that pictures of it stay the same.
 */
export class DemoDays {
  private constructor(
    readonly site: Site,
    private readonly clock: AppClock,
    private readonly shift: { ms: number },
  ) {}

  static async begin(at: Moment): Promise<DemoDays> {
    const shift = { ms: timeOf(at) - Date.now() };
    const clock = await appClock();
    clock.advance(shift.ms);
    const site = await startSite({
      schedules: { fiveMinute: 0, hour: 0 },
      timeScale: 600,
      quiet: true,
      bundle: clock.bundle,
      now: () => Date.now() + shift.ms,
    });
    return new DemoDays(site, clock, shift);
  }

  /** What time it is in the demo, milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.shift.ms;
  }

  /** Waits until all that has happened is synced, then lets time pass until the moment. */
  async at(moment: Moment): Promise<void> {
    await polled(this.site);
    this.pass(timeOf(moment) - this.now());
  }

  /** Lets time pass between two edits that are synced together. */
  pass(ms: number): void {
    this.shift.ms += ms;
    this.clock.advance(ms);
  }

  /** Id of the Align item that an issue is paired with. @throws {Error} when it has none */
  async itemOf(issueKey: string): Promise<number> {
    const { items } = await this.site.admin('listLinks', { q: issueKey });
    const id = items.find((row) => row.issueKey === issueKey)?.alignId;
    if (id == null) throw new Error(`${issueKey} has no item in Jira Align.`);
    return id;
  }

  async stop(): Promise<void> {
    await this.site.stop();
    this.clock.remove();
  }
}

/** Milliseconds since the epoch. */
export function timeOf(moment: Moment): number {
  const [day = '', time = ''] = moment.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MONDAY + WEEK.indexOf(day) * DAY_MS + (hours * 60 + minutes) * 60_000;
}
