import type { AlignType, BackfillRequest, BackfillView } from '../../../src/contract';
import type { AlignItem } from '../../../sandbox/align';
import type { Lab } from './lab';
import { BO } from './people';
import type { MappingChanges, Project } from './project';

type NewIssue = Parameters<Lab['jira']['world']['create']>[1];

/** An issue to be there before its project is synced. */
export type Before = Omit<NewIssue, 'project'>;

/** A project whose issues were there before its sync was switched on, so that no event has paired them. */
export async function projectWith(
  lab: Lab,
  create: (add: (issue: Before) => { id: string; key: string }, project: Project) => void,
  changes: MappingChanges = {},
): Promise<Project> {
  const project = await lab.newProject({ enabled: false });
  create((issue) => lab.jira.world.create(BO, { project: project.key, ...issue }), project);
  await lab.settle();
  await project.save(changes);
  await project.save({ enabled: true });
  lab.forgetRequests();
  return project;
}

/** Adds so many stories to a project. */
export function stories(count: number) {
  return (add: (issue: Before) => unknown): void => {
    for (let n = 1; n <= count; n += 1) add({ type: 'Story', summary: `Story ${n}` });
  };
}

/** Begins a backfill with the choices that the page suggests, unless told otherwise. */
export function start(
  lab: Lab,
  { id: projectId }: Pick<Project, 'id'>,
  choices: Partial<BackfillRequest> = {},
): Promise<BackfillView> {
  const suggested = { projectId, matchByTitle: true, includeAlign: false };
  return lab.site.admin('startBackfill', { ...suggested, ...choices });
}

/** The backfill as the page shows it. */
export function viewOf(lab: Lab, { id: projectId }: Pick<Project, 'id'>): Promise<BackfillView> {
  return lab.site.admin('getBackfill', { projectId });
}

/** Begins a backfill and waits for its end. */
export async function backfill(
  lab: Lab,
  project: Project,
  choices: Partial<BackfillRequest> = {},
): Promise<BackfillView> {
  await start(lab, project, choices);
  await lab.settle();
  return viewOf(lab, project);
}

/** The items of one type in a project's program. */
export function itemsOf(lab: Lab, project: Project, type: AlignType = 'story'): AlignItem[] {
  const program = type === 'feature' || type === 'epic' ? 'primaryProgramId' : 'programId';
  return lab.align.world.items(type).filter(({ fields }) => fields[program] === project.programId);
}

/** Titles of the items, sorted. */
export const titlesOf = (items: readonly AlignItem[]) =>
  items.map(({ fields }) => String(fields.title)).sort();
