import type { Issue } from '../world/model';

interface Pending {
  at: number;
  id: string;
  /** The issue as it was then, or undefined when it was deleted. */
  copy: Issue | undefined;
}

/**
 * The search index. It sees a change only `lagMs` after it happened, as Jira's eventually
 * consistent index may (developer.atlassian.com/cloud/jira/platform/search-and-reconcile).
 */
export class SearchIndex {
  /** How late the index is, in milliseconds. */
  lagMs = 0;
  private readonly indexed = new Map<string, Issue>();
  private pending: Pending[] = [];

  constructor(private readonly now: () => number) {}

  /** Notes that an issue changed, or (with undefined) is gone. */
  note(id: string, issue: Issue | undefined): void {
    const copy = issue && structuredClone(issue);
    if (this.lagMs === 0 && this.pending.length === 0) this.store(id, copy);
    else this.pending.push({ at: this.now(), id, copy });
  }

  /** Issues as the index has them now. */
  issues(): Issue[] {
    const due = this.now() - this.lagMs;
    const ready = this.pending.filter(({ at }) => at <= due);
    this.pending = this.pending.filter(({ at }) => at > due);
    for (const { id, copy } of ready) this.store(id, copy);
    return [...this.indexed.values()];
  }

  private store(id: string, copy: Issue | undefined): void {
    if (copy) this.indexed.set(id, copy);
    else this.indexed.delete(id);
  }
}
