/**
 * The calls between the Custom UI (`static/`) and the resolvers (`src/entry/`): for each call the schema of what
 * goes in and of what comes out. Both ends check: a resolver parses its input, the page parses the answer.
 */
import * as z from 'zod/mini';
import { BackfillPreview, BackfillRequest, BackfillView } from './contract/backfill';
import { FieldName, JiraId, Page, Side } from './contract/common';
import { CustomFieldOptions, CustomFieldQuery } from './contract/custom-fields';
import { ConnectionInput, ConnectionTest, ConnectionView } from './contract/connection';
import { HistoryRow } from './contract/history';
import { ImportedMapping } from './contract/import-mapping';
import { LinkRow, ParkedRow, TwinView } from './contract/links';
import {
  AlignPeople,
  JiraPeople,
  PeopleList,
  PeopleSearch,
  PersonToRemove,
  PersonToSave,
} from './contract/people';
import { MappingOptions, ProjectMapping, ProjectRow } from './contract/mapping';

export * from './contract/backfill';
export * from './contract/common';
export * from './contract/connection';
export * from './contract/custom-fields';
export * from './contract/history';
export * from './contract/import-mapping';
export * from './contract/links';
export * from './contract/mapping';
export * from './contract/pause';
export * from './contract/people';

const Search = z.extend(Page, { q: z.optional(z.string().check(z.maxLength(200))) });
const LinkQuery = z.extend(Search, { projectId: z.optional(JiraId) });
const HistoryQuery = z.extend(LinkQuery, { issueId: z.optional(JiraId) });
const Links = z.object({ items: z.array(LinkRow), cursor: z.nullable(z.string()) });
const History = z.object({ items: z.array(HistoryRow), cursor: z.nullable(z.string()) });
const Nothing = z.object({});
const OfProject = z.object({ projectId: JiraId });
const Choice = z.object({ issueId: JiraId, field: FieldName, side: Side });
const Queued = z.object({ queued: z.int() });

/** Calls of the admin page. Each demands the global Administer Jira permission. */
export const adminContract = {
  getConnection: { input: Nothing, output: ConnectionView },
  testConnection: { input: ConnectionInput, output: ConnectionTest },
  saveConnection: { input: ConnectionInput, output: ConnectionView },
  disconnect: { input: Nothing, output: ConnectionView },
  listProjects: {
    input: Search,
    output: z.object({ items: z.array(ProjectRow), cursor: z.nullable(z.string()) }),
  },
  getMapping: { input: OfProject, output: MappingOptions },
  /** Draws up a mapping from the vendor's own connector. Nothing is saved. */
  importConnectorMapping: { input: OfProject, output: ImportedMapping },
  listCustomFields: { input: CustomFieldQuery, output: CustomFieldOptions },
  saveMapping: { input: ProjectMapping, output: ProjectMapping },
  listLinks: { input: LinkQuery, output: Links },
  listHistory: { input: HistoryQuery, output: History },
  listParked: {
    input: LinkQuery,
    output: z.object({ items: z.array(ParkedRow), cursor: z.nullable(z.string()) }),
  },
  retryParked: {
    input: z.union([
      z.object({ ids: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100)) }),
      /** All of one reason. */
      z.object({ code: z.string().check(z.maxLength(100)), projectId: z.optional(JiraId) }),
      OfProject,
      z.object({ all: z.literal(true) }),
    ]),
    output: Queued,
  },
  /** Nothing is written on either side until it is resumed. What happens meanwhile is found then. */
  pauseAll: { input: Nothing, output: ConnectionView },
  resumeAll: { input: Nothing, output: ConnectionView },
  pauseProject: { input: OfProject, output: ConnectionView },
  resumeProject: { input: OfProject, output: ConnectionView },
  /** The answer to a project that the guard has paused. `apply: false` only takes the pairs apart. */
  confirmRemovals: {
    input: z.extend(OfProject, { apply: z.boolean() }),
    output: ConnectionView,
  },
  resync: { input: z.object({ issueId: JiraId }), output: Queued },
  /** Chooses between the values of a field that both sides have changed. */
  decideConflict: { input: Choice, output: Queued },
  /** Takes a pair apart. Both sides stay as they are. */
  unlink: { input: z.object({ issueId: JiraId }), output: z.object({ unlinked: z.boolean() }) },
  listPeople: { input: Nothing, output: PeopleList },
  savePerson: { input: PersonToSave, output: PeopleList },
  removePerson: { input: PersonToRemove, output: PeopleList },
  searchJiraPeople: { input: PeopleSearch, output: JiraPeople },
  searchAlignPeople: { input: PeopleSearch, output: AlignPeople },
  pollNow: { input: Nothing, output: Queued },
  previewBackfill: { input: BackfillRequest, output: BackfillPreview },
  startBackfill: { input: BackfillRequest, output: BackfillView },
  getBackfill: { input: OfProject, output: BackfillView },
  pauseBackfill: { input: OfProject, output: BackfillView },
  resumeBackfill: { input: OfProject, output: BackfillView },
  cancelBackfill: { input: OfProject, output: BackfillView },
} as const;

/** Calls of a project's settings page. Each demands Administer Projects in the project of the page. */
export const projectContract = {
  getProjectSummary: {
    input: Nothing,
    output: z.object({
      connected: z.boolean(),
      mapping: z.nullable(ProjectMapping),
    }),
  },
  listProjectLinks: { input: Search, output: Links },
  listProjectHistory: { input: Search, output: History },
  decideProjectConflict: { input: Choice, output: Queued },
  resyncProjectIssue: { input: z.object({ issueId: JiraId }), output: Queued },
} as const;

/** Calls of the issue panel. Each demands Browse Projects for the issue of the panel. */
export const issueContract = {
  getTwin: { input: Nothing, output: TwinView },
  listIssueHistory: { input: Page, output: History },
  resyncIssue: { input: Nothing, output: Queued },
} as const;

/** All calls of all pages. */
export const contract = { ...adminContract, ...projectContract, ...issueContract } as const;
/** The schemas of each call. */
export type Contract = typeof contract;
/** Name of a call. */
export type Call = keyof Contract;
/** What a page sends with a call. */
export type Input<K extends Call> = z.input<Contract[K]['input']>;
/** What a resolver gets of a call. */
export type Parsed<K extends Call> = z.output<Contract[K]['input']>;
/** What a call answers. */
export type Output<K extends Call> = z.output<Contract[K]['output']>;

/** Codes of a failed call. A page decides by the code; the texts are for the person. */
export const CallErrorCode = z.enum([
  'INVALID_INPUT',
  'FORBIDDEN',
  'NOT_CONNECTED',
  'ALIGN_HOST_REFUSED',
  'ALIGN_TOKEN_REFUSED',
  'ALIGN_FORBIDDEN',
  'ALIGN_UNAVAILABLE',
  'ALIGN_NOT_ALIGN',
  'JIRA_UNAVAILABLE',
  'RATE_LIMITED',
  'CONFLICT',
  'NOT_FOUND',
  'INTERNAL',
]);
export type CallErrorCode = z.infer<typeof CallErrorCode>;

/** Why a call failed, in words for the person who made it. */
export const CallError = z.object({
  code: CallErrorCode,
  message: z.string(),
  remedy: z.string(),
  /** The input field at fault, as a dotted path. */
  field: z.optional(z.string()),
  retryAfterMs: z.optional(z.int()),
});
export type CallError = z.infer<typeof CallError>;

/** Errors travel as values: a thrown resolver error loses its code on the way through the bridge. */
export type Envelope<T> = { ok: true; data: T } | { ok: false; error: CallError };
