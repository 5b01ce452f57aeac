import { disconnect } from '../../src/usecases/connection';
import {
  pauseAll,
  pauseProject,
  resumeAll,
  resumeProject,
  type PauseDependencies,
} from '../../src/usecases/pause-sync';
import type { AppUnderTest } from './app';
import { SITE, type World } from './world';

const MINUTE = 60_000;
const ANA = { side: 'jira' as const, id: 'jira-ana', name: 'Ana' };

type Admin = (body: (deps: AppUnderTest) => Promise<unknown>) => Promise<void>;

/** What an admin switches off and on again: everything, one project, or the connection. */
export class Switches {
  private last: Promise<void> = Promise.resolve();
  private everDisconnected = false;

  constructor(
    private readonly world: World,
    private readonly admin: Admin,
    private readonly connect: () => Promise<void>,
  ) {}

  /** Off for a while, with everything else going on. */
  flick(): void {
    const { random, scheduler, mappings } = this.world;
    const minutes = random.int(1, 90) * MINUTE;
    const { projectId } = random.pick(mappings);
    const [off, on] = random.weighted<[() => Promise<void>, () => Promise<void>]>([
      [2, [() => this.pause(null), () => this.resume(null)]],
      [2, [() => this.pause(projectId), () => this.resume(projectId)]],
      [1, [() => this.disconnect(), () => this.connect()]],
    ]);
    void this.inTurn(off);
    scheduler.after(minutes, () => void this.inTurn(on));
  }

  /** An admin does one thing after the other. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.last = this.last.then(work);
    return this.last;
  }

  /** Everything is on again. */
  async settle(): Promise<void> {
    await this.last;
    await this.resume(null);
    for (const { projectId } of this.world.mappings) await this.resume(projectId);
    if (this.everDisconnected) await this.connect();
  }

  private async pause(projectId: string | null): Promise<void> {
    const { ledger, scheduler, switchedOff } = this.world;
    ledger.note(() => `PERSON pauses ${projectId ?? 'everything'}`);
    await this.admin((deps) =>
      projectId === null ? pauseAll(pauses(deps), ANA) : pauseProject(pauses(deps), projectId, ANA),
    );
    const name = projectId ?? '*';
    if (projectId !== null) this.world.everPaused.add(projectId);
    if (!switchedOff.has(name)) switchedOff.set(name, scheduler.steps);
  }

  private async resume(projectId: string | null): Promise<void> {
    const { ledger, switchedOff } = this.world;
    ledger.note(() => `PERSON resumes ${projectId ?? 'everything'}`);
    switchedOff.delete(projectId ?? '*');
    await this.admin((deps) =>
      projectId === null
        ? resumeAll(pauses(deps), ANA)
        : resumeProject(pauses(deps), projectId, ANA),
    );
  }

  private async disconnect(): Promise<void> {
    const { ledger, scheduler, switchedOff } = this.world;
    ledger.note(() => 'PERSON disconnects Jira Align');
    this.everDisconnected = true;
    await this.admin((deps) => disconnect(deps as Parameters<typeof disconnect>[0], ANA));
    if (!switchedOff.has(SITE)) switchedOff.set(SITE, scheduler.steps);
  }
}

const pauses = (deps: AppUnderTest): PauseDependencies => deps;
