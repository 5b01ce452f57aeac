import * as z from 'zod/mini';
import { JiraId } from '../contract/common';
import { permissions } from '../jira';
import { asCaller, type Composition } from './composition';

/** What Forge says of a call. It comes from the platform, not from the page. */
const CallContext = z.object({
  accountId: z.string(),
  accountType: z.optional(z.string()),
  extension: z.object({
    type: z.string(),
    project: z.optional(z.object({ id: JiraId })),
    issue: z.optional(z.object({ id: JiraId, typeId: z.optional(z.string()) })),
  }),
});
export type CallContext = z.infer<typeof CallContext>;

/** A caller who may, with the place the call came from. */
export interface Caller {
  accountId: string;
  projectId: string | null;
  issueId: string | null;
  issueTypeId: string | null;
}

export class DeniedError extends Error {}

type Deps = Pick<Composition, 'meter' | 'log'>;

/** Decides about one call; throws `DeniedError`. Each surface has its own, and its own resolver function. */
export type Authorise = (deps: Deps, context: unknown) => Promise<Caller>;

/** The admin page: the global Administer Jira permission, asked as the person who calls. */
export const jiraAdmin: Authorise = async (deps, context) => {
  const call = parse(context, 'jira:adminPage');
  if (!(await permissions(asCaller(deps.meter.count)).isJiraAdmin())) throw new DeniedError();
  return caller(call);
};

/** A project's settings page: Administer Projects in the project that Forge says the page belongs to. */
export const projectAdmin: Authorise = async (deps, context) => {
  const call = parse(context, 'jira:projectSettingsPage');
  const projectId = call.extension.project?.id;
  if (projectId === undefined) throw new DeniedError();
  if (!(await permissions(asCaller(deps.meter.count)).isProjectAdmin(projectId))) {
    throw new DeniedError();
  }
  return caller(call);
};

/** An issue's panel: Browse Projects for the issue that Forge says the panel belongs to. */
export const issueReader: Authorise = async (deps, context) => {
  const call = parse(context, 'jira:issueContext');
  const issueId = call.extension.issue?.id;
  if (issueId === undefined || call.extension.project === undefined) throw new DeniedError();
  if (!(await permissions(asCaller(deps.meter.count)).canBrowseIssue(issueId))) {
    throw new DeniedError();
  }
  return caller(call);
};

function parse(context: unknown, surface: string): CallContext {
  const parsed = CallContext.safeParse(context);
  if (!parsed.success || parsed.data.extension.type !== surface) throw new DeniedError();
  const { accountType } = parsed.data;
  if (accountType !== undefined && accountType !== 'licensed') throw new DeniedError();
  return parsed.data;
}

function caller({ accountId, extension }: CallContext): Caller {
  return {
    accountId,
    projectId: extension.project?.id ?? null,
    issueId: extension.issue?.id ?? null,
    issueTypeId: extension.issue?.typeId ?? null,
  };
}
