import type { Actor } from '../../../src/contract/common';
import { receiveIssueEvent, type IssueChange } from '../../../src/usecases/receive-issue-event';
import { compose } from '../app';
import { Invocation } from '../engine/invocation';
import { APP } from '../people';
import { unforeseen } from '../properties/unforeseen';
import type { World } from '../world';
import type { Issue } from './jira';

const MINUTE = 60_000;
/** Forge delivers a product event again at most so often when the app asks for it. */
const RETRIES = 4;

/** Jira's issue events on their way to the app: late, repeated, out of order, or lost. */
export class EventModel {
  /** Issues with a change that no event has told the app of, or only while it was switched off. */
  readonly unheard = new Set<string>();
  readonly told: IssueChange[] = [];
  pending = 0;

  constructor(private readonly world: World) {}

  tell(issue: Issue, by: Actor, { deleted, links }: { deleted: boolean; links: boolean }): void {
    const { faults, random, ledger } = this.world;
    const own = by.id === APP.jira.id;
    // `ignoreSelf` keeps the app's own writes away; the baseline must hold without it too.
    if (own && !faults.strikes('event of the app itself')) return;
    const change: IssueChange = {
      issueId: issue.id,
      projectId: random.chance(0.9) ? issue.projectId : null,
      updatedAt: random.chance(0.95) ? new Date(issue.updatedMs).toISOString() : null,
      actor: { side: 'jira', id: by.id, name: by.id },
      deleted,
      links,
      moved: false,
    };
    if (faults.strikes('event dropped')) {
      ledger.note(() => `event of ${issue.key} is lost`);
      this.unheard.add(issue.id);
      return;
    }
    this.send(change);
    if (faults.strikes('event repeated')) {
      for (let copies = random.int(1, 4); copies > 0; copies -= 1) this.send(change);
    }
  }

  /** Sends an event once more, as it was. */
  send(change: IssueChange): void {
    const { faults, random, scheduler } = this.world;
    if (this.told.length < 200) this.told.push(change);
    let delay = random.int(100, 4_000);
    if (faults.strikes('event late (up to 3 min)')) delay = random.int(1_000, 3 * MINUTE);
    else if (faults.strikes('event an hour late')) delay = random.int(30, 70) * MINUTE;
    this.pending += 1;
    scheduler.after(delay, () => void this.deliver(change, 0));
  }

  private async deliver(change: IssueChange, retries: number): Promise<void> {
    const { world } = this;
    const run = new Invocation(world.nextRun(), `event ${change.issueId}`, world);
    const failed = await run
      .run(() => receiveIssueEvent(compose(world, run), change))
      .then(
        (outcome) => {
          world.ledger.note(() => `run ${run.id} event of issue ${change.issueId}: ${outcome}`);
          return outcome === 'killed';
        },
        (error: unknown) => {
          unforeseen(world, 'an event', error);
          world.ledger.note(
            () => `run ${run.id} event of issue ${change.issueId}: ${String(error)}`,
          );
          return true;
        },
      );
    if (!failed) this.pending -= 1;
    else if (retries < RETRIES) {
      world.scheduler.after(30_000, () => void this.deliver(change, retries + 1));
    } else {
      this.pending -= 1;
      this.unheard.add(change.issueId);
    }
  }
}
