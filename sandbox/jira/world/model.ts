import type { AdfDocument } from '../adf/document';

/** Category of a status: what board column it counts for. */
export type StatusCategoryKey = 'new' | 'indeterminate' | 'done';

/** An account that can act in Jira. */
export interface Person {
  accountId: string;
  displayName: string;
  emailAddress: string;
  /** A profile setting: the address is then absent from every answer. */
  emailHidden: boolean;
  accountType: 'atlassian' | 'app';
  active: boolean;
  timeZone: string;
}

export interface Project {
  id: string;
  key: string;
  name: string;
  description: string;
  leadAccountId: string;
  /** Number that the next issue of this project gets. */
  nextNumber: number;
  /** Whether the project has initiatives, the level above its epics. */
  hasInitiatives: boolean;
  /** In the trash: it and its issues are to be found by nobody until it is restored. */
  deleted: boolean;
}

export interface IssueType {
  id: string;
  name: string;
  description: string;
  /** 2 for initiatives, 1 for epics, 0 for standard types, -1 for sub-tasks. */
  hierarchyLevel: number;
  subtask: boolean;
  /** Name of the icon served under /images/icons/issuetypes. */
  icon: 'initiative' | 'epic' | 'story' | 'bug' | 'subtask' | 'task';
}

export interface Status {
  id: string;
  name: string;
  description: string;
  category: StatusCategoryKey;
}

export interface Priority {
  id: string;
  name: string;
  description: string;
  statusColor: string;
}

/** A release of a project, what fix versions name. */
export interface Version {
  id: string;
  projectId: string;
  name: string;
  description: string;
  released: boolean;
  archived: boolean;
  /** `yyyy-MM-dd`. */
  startDate: string | null;
  releaseDate: string | null;
}

export interface Board {
  id: number;
  name: string;
  projectId: string;
}

export interface Sprint {
  id: number;
  boardId: number;
  name: string;
  goal: string;
  state: 'closed' | 'active' | 'future';
  /** Epoch milliseconds. */
  startDate: number | null;
  endDate: number | null;
  completeDate: number | null;
}

/** A team of the organisation, shared by its sites. */
export interface Team {
  id: string;
  name: string;
}

/** What a field holds once parsed. Users, priorities, types and parents are held as ids. */
export type FieldValue = string | number | string[] | AdfDocument | null;

/** Body of a remote link ("web link"), as `RemoteIssueLinkRequest` of REST v3 has it. */
export interface RemoteLinkBody {
  globalId?: string;
  application?: { name?: string; type?: string };
  relationship?: string;
  object: {
    url: string;
    title: string;
    summary?: string;
    icon?: { url16x16?: string; title?: string };
    status?: { resolved?: boolean; icon?: { url16x16?: string; title?: string; link?: string } };
  };
}

export interface RemoteLink extends RemoteLinkBody {
  id: number;
}

/** A link between two issues: the source "blocks" the destination, which "is blocked by" it. */
export interface IssueLink {
  id: string;
  typeId: string;
  sourceId: string;
  destinationId: string;
}

/** One field's change. `from` and `to` are ids where the field has ids, the strings are for people. */
export interface ChangeItem {
  field: string;
  fieldtype: 'jira' | 'custom';
  fieldId: string;
  from: string | null;
  fromString: string | null;
  to: string | null;
  toString: string | null;
}

/** What one person changed at one time. */
export interface ChangeGroup {
  id: string;
  authorId: string;
  /** Epoch milliseconds. */
  created: number;
  items: ChangeItem[];
}

export interface Issue {
  id: string;
  key: string;
  projectId: string;
  statusId: string;
  resolutionId: string | null;
  creatorId: string;
  /** Epoch milliseconds, as all times here. */
  created: number;
  /** Strictly increasing: two changes never share a value. */
  updated: number;
  statusCategoryChanged: number;
  resolved: number | null;
  /** Field id to value, for every field that a screen can show (issue type included). */
  values: Record<string, FieldValue>;
  properties: Record<string, unknown>;
  links: RemoteLink[];
  history: ChangeGroup[];
  /** Keys it had in other projects, which lead to it still. */
  formerKeys: string[];
  archived: boolean;
  /** Grows with every visible change, links and properties included; pages poll it. */
  version: number;
}

/** Who does something, and whether the installed app does it for them. */
export interface Actor {
  accountId: string;
  /** True for every call through the Forge host: its events are `selfGenerated`. */
  viaApp: boolean;
  /** Value of the request's `X-Atlassian-Webhook-Trace` header. */
  trace?: string;
}
