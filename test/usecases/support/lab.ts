import type { HistoryRow, Input, LinkRow, ParkedRow } from '../../../src/contract';
import type { AlignItem } from '../../../sandbox/align';
import { DEFAULT_SHAPES } from '../../../sandbox/align/shapes';
import { SERVICE_ACCOUNT } from '../../../sandbox/set-up';
import { startSite, type Site, type SiteOptions } from '../../../sandbox/site';
import { appClock, type AppClock } from './app-clock';
import { Project, type MappingChanges } from './project';

/** Delays of the queue are divided by this: ten seconds take 17 ms. */
const TIME_SCALE = 600;

/**
 * Both applications and the installed app, for one test file: started before its first test, connected to Jira
 * Align, and stopped after its last. Between tests the faults and the disputed shapes are as they were.
 */
export class Lab {
  private running: { site: Site; clock: AppClock } | undefined;
  private project: Project | undefined;
  /** How far both applications' clock runs ahead of the machine's. */
  private ahead = 0;
  private timeScale = TIME_SCALE;

  get site(): Site {
    if (this.running === undefined) throw new Error('The site is not started yet.');
    return this.running.site;
  }
  get jira(): Site['jira'] {
    return this.site.jira;
  }
  get align(): Site['align'] {
    return this.site.align;
  }

  async start(options: SiteOptions, startWith: typeof startSite = startSite): Promise<void> {
    this.timeScale = options.timeScale ?? TIME_SCALE;
    const clock = await appClock();
    const site = await startWith({
      schedules: { fiveMinute: 0, hour: 0 },
      timeScale: TIME_SCALE,
      quiet: true,
      empty: true,
      bundle: clock.bundle,
      now: () => Date.now() + this.ahead,
      ...options,
    });
    this.running = { site, clock };
    // A test file makes the requests of hours in seconds.
    delete site.align.world.limits.requestsPerMinute;
    await site.admin('saveConnection', SERVICE_ACCOUNT);
  }

  async stop(): Promise<void> {
    await this.running?.site.stop();
    this.running?.clock.remove();
  }

  /** Takes back what a test may have set on the stand-ins. */
  reset(): void {
    this.jira.faults.clear();
    this.align.faults.clear();
    this.align.world.tokens.restoreRole(SERVICE_ACCOUNT_UID);
    Object.assign(this.align.shapes, DEFAULT_SHAPES);
    this.forgetRequests();
  }

  /** A new Jira project mapped to a new Align program. Earlier ones are switched off, so that only this one is synced. */
  async newProject(changes?: MappingChanges): Promise<Project> {
    await this.project?.save({ enabled: false });
    this.project = await Project.create(this.site, changes);
    return this.project;
  }

  /** Connects anew, so that the app knows nothing of what the site's API takes. */
  async reconnect(): Promise<void> {
    await this.site.admin('disconnect', {});
    await this.site.admin('saveConnection', SERVICE_ACCOUNT);
  }

  /** Waits until all that has happened has gone through the app, retries included. */
  async settle(): Promise<void> {
    // Jira announces an event in a later turn of the event loop than the change it tells of.
    for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    await this.site.host.idle({ includeDelayed: true });
  }

  /**
   * Like `settle`, while everyone's clocks go on as fast as the queue's, as a wait needs that ends at a time of day. The
   * clocks stay where they have come to.
   */
  async settleInTime(): Promise<void> {
    let last = Date.now();
    const timer = setInterval(() => {
      const passed = Date.now() - last;
      last += passed;
      this.passTime(passed * (this.timeScale - 1));
    }, 5);
    try {
      await this.settle();
    } finally {
      clearInterval(timer);
    }
  }

  /** Lets time pass for both applications and the app. */
  passTime(ms: number): void {
    this.ahead += ms;
    this.running?.clock.advance(ms);
  }

  /** The five-minute poll, and all that follows from it. */
  async poll(): Promise<void> {
    await this.site.host.runSchedule('poll-align');
    await this.settle();
  }

  /** The hourly upkeep, and all that follows from it. */
  async upkeep(): Promise<void> {
    await this.site.host.runSchedule('upkeep');
    await this.settle();
  }

  /** Lets time pass for the app alone, see `AppClock`. */
  passMinutes(minutes: number): void {
    this.running?.clock.advance(minutes * 60_000);
  }

  /** Ends the app's process at once, see `AppClock`. */
  killApp(): void {
    this.running?.clock.kill();
  }

  /** Entries of the history, oldest first. */
  async history(query: Input<'listHistory'> = {}): Promise<HistoryRow[]> {
    return (await this.site.admin('listHistory', query)).items.reverse();
  }

  /** The pair of an issue as the admin page shows it. */
  async link(issueKey: string): Promise<LinkRow | undefined> {
    const { items } = await this.site.admin('listLinks', { q: issueKey });
    return items.find((row) => row.issueKey === issueKey);
  }

  /** The Align item of an issue, as Align keeps it. @throws Error when the issue has none */
  async item(issueKey: string): Promise<AlignItem> {
    const row = await this.link(issueKey);
    const item =
      row?.alignId == null ? undefined : this.align.world.item(row.alignType, row.alignId);
    if (item === undefined) throw new Error(`${issueKey} has no item in Jira Align.`);
    return item;
  }

  async parked(): Promise<ParkedRow[]> {
    return (await this.site.admin('listParked', {})).items;
  }

  /** Writes that the app has made on either side since the requests were last forgotten. */
  writes(): string[] {
    const made = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
    // A long query is a POST, but changes nothing.
    const isWrite = ({ method, path }: { method: string; path: string }) =>
      method !== 'GET' && !/^\/rest\/api\/3\/(?:search\/|issue\/bulkfetch$)/.test(path);
    return [...this.jira.requests.filter(isWrite), ...this.align.requests.filter(isWrite)].map(
      made,
    );
  }

  forgetRequests(): void {
    this.jira.resetRequests();
    this.align.resetRequests();
    this.site.host.resetUsage();
  }
}

/** Uid of the person whose token the app has. */
export const SERVICE_ACCOUNT_UID = '2001';

/** A lab for the tests of this file. */
export function useLab(options: SiteOptions = {}): Lab {
  const lab = new Lab();
  beforeAll(() => lab.start(options));
  afterEach(() => lab.reset());
  afterAll(() => lab.stop());
  return lab;
}
