import * as z from 'zod/mini';
import { Actor, Problem } from './common';

/** Since when nothing is synced, by whom and why. `by` is null when the app has paused by itself. */
export const PauseView = z.object({
  at: z.string(),
  by: z.nullable(Actor),
  problem: Problem,
});
export type PauseView = z.infer<typeof PauseView>;

/** A project that is paused, apart from a pause of everything. */
export const PausedProject = z.extend(PauseView, {
  projectId: z.string(),
  projectKey: z.string(),
  projectName: z.string(),
  /** Removals that wait for an answer, at most 100; 0 when none was asked for. */
  removals: z.int(),
});
export type PausedProject = z.infer<typeof PausedProject>;
