import { z } from 'zod';

const job = z.object({
  queueName: z.string(),
  total: z.number(),
  success: z.number(),
  failed: z.number(),
  cancelled: z.number(),
});
export const savedJobs = z.record(z.string(), job);
type Job = z.output<typeof job>;

const KEPT_JOBS = 5_000;

/** Counts per push. How long Forge keeps them is not documented; the last 5,000 are kept here. */
export class Jobs {
  private readonly jobs = new Map<string, Job>();

  add(jobId: string, queueName: string, total: number): void {
    this.jobs.set(jobId, { queueName, total, success: 0, failed: 0, cancelled: 0 });
    for (const oldest of this.jobs.keys()) {
      if (this.jobs.size <= KEPT_JOBS) break;
      this.jobs.delete(oldest);
    }
  }

  count(jobId: string, outcome: 'success' | 'failed' | 'cancelled'): void {
    const found = this.jobs.get(jobId);
    if (found) found[outcome] += 1;
  }

  has(jobId: string, queueName: string): boolean {
    return this.jobs.get(jobId)?.queueName === queueName;
  }

  /** `inProgress` are the events that wait, run or will be retried. A cancelled one is in no count. */
  stats(jobId: string): { success: number; inProgress: number; failed: number } | undefined {
    const found = this.jobs.get(jobId);
    if (!found) return undefined;
    const { total, success, failed, cancelled } = found;
    return { success, failed, inProgress: total - success - failed - cancelled };
  }

  save(): Record<string, Job> {
    return Object.fromEntries(this.jobs);
  }

  restore(saved: z.output<typeof savedJobs>): void {
    for (const [jobId, counts] of Object.entries(saved)) this.jobs.set(jobId, counts);
  }
}
