import type { Actor, FieldName } from '../../../src/contract/common';
import type { ProjectMapping } from '../../../src/contract/mapping';
import { NotFoundError, RejectedError } from '../../../src/domain/errors';
import { codecOf } from '../../../src/domain/fields';
import type { AlignMark, JiraChange, JiraIssue } from '../../../src/domain/issue';
import type { JiraPort, NewIssue } from '../../../src/domain/ports/jira';
import { adfToHtml, fromHtml, plainText } from '../../../src/domain/rich-text';
import type { Transition } from '../../../src/domain/transition';
import type { WebLink } from '../../../src/domain/web-link';
import type { Invocation } from '../engine/invocation';
import { APP, foundPeople, jiraPerson, PEOPLE } from '../people';
import { ISSUE_TYPES, PARENT_TYPES, POINTS_FIELD, STATUSES } from '../shape';
import type { World } from '../world';

export interface IssueFields {
  summary: string;
  description: unknown;
  statusId: string;
  assignee: string | null;
  labels: readonly string[];
  points: number | null;
  parentId: string | null;
}

export interface Issue extends IssueFields {
  id: string;
  key: string;
  projectId: string;
  typeId: string;
  creator: Actor;
  updatedMs: number;
  changes: JiraChange[];
  mark: AlignMark | null;
  /** From when JQL finds the mark. */
  markIndexedAt: number;
  webLinks: Map<string, WebLink>;
  deleted: boolean;
  hiddenUntil: number;
  createdStep: number;
}

/** What the codecs need of a mapping to read an issue. */
export const WITH_POINTS = { jiraFields: { points: POINTS_FIELD } } as ProjectMapping;

export const JIRA_FIELD: Readonly<Record<keyof IssueFields, FieldName>> = {
  summary: 'title',
  description: 'description',
  statusId: 'state',
  assignee: 'owner',
  labels: 'labels',
  points: 'points',
  parentId: 'parent',
};
const REST_ID: Readonly<Record<keyof IssueFields, string>> = {
  summary: 'summary',
  description: 'description',
  statusId: 'status',
  assignee: 'assignee',
  labels: 'labels',
  points: POINTS_FIELD,
  parentId: 'parent',
};

/** Jira: issues with their changelog, properties, web links, workflow and hierarchy. */
export class JiraModel {
  readonly issues = new Map<string, Issue>();
  private nextId = 20_001;

  constructor(private readonly world: World) {}

  live(): Issue[] {
    return [...this.issues.values()].filter(({ deleted }) => !deleted);
  }

  /** The issue as the app reads it. */
  view(issue: Issue, fieldIds: readonly string[] = [POINTS_FIELD]): JiraIssue {
    const status = STATUSES.find(({ id }) => id === issue.statusId);
    if (status === undefined) throw new Error(`No status ${issue.statusId}`);
    const parent = issue.parentId === null ? undefined : this.issues.get(issue.parentId);
    return {
      id: issue.id,
      key: issue.key,
      projectId: issue.projectId,
      issueTypeId: issue.typeId,
      updated: new Date(issue.updatedMs).toISOString(),
      summary: issue.summary,
      description: issue.description,
      status: { ...status },
      assignee: issue.assignee === null ? null : jiraPerson(issue.assignee),
      labels: [...issue.labels],
      fields: fieldIds.includes(POINTS_FIELD) ? { [POINTS_FIELD]: issue.points } : {},
      parentId: issue.parentId,
      parentTypeId: parent?.typeId ?? null,
      creator: issue.creator,
      mark: issue.mark === null ? null : { ...issue.mark },
      changes: [...issue.changes],
    };
  }

  create(
    by: Actor,
    projectId: string,
    typeId: string,
    fields: Partial<IssueFields>,
    mark: AlignMark | null,
  ): Issue {
    const number = this.nextId++;
    const project = this.world.mappings.find((mapping) => mapping.projectId === projectId);
    const issue: Issue = {
      id: String(number),
      key: `${project?.projectKey ?? 'X'}-${number - 20_000}`,
      projectId,
      typeId,
      summary: '',
      description: null,
      statusId: '10',
      assignee: null,
      labels: [],
      points: null,
      parentId: null,
      ...fields,
      creator: by,
      updatedMs: this.world.scheduler.now + this.world.shape.skew.jira,
      changes: [],
      mark,
      markIndexedAt: this.world.scheduler.now + this.world.shape.lag.jql,
      webLinks: new Map(),
      deleted: false,
      hiddenUntil: 0,
      createdStep: this.world.scheduler.steps,
    };
    this.issues.set(issue.id, issue);
    this.world.ledger.effects += 1;
    this.world.events.tell(issue, by, { deleted: false, links: false });
    return issue;
  }

  /** Sets fields; what has the value already is no change. @returns the fields that changed */
  edit(issue: Issue, by: Actor, fields: Partial<IssueFields>): (keyof IssueFields)[] {
    const changed = (Object.keys(fields) as (keyof IssueFields)[]).filter(
      (name) => JSON.stringify(fields[name]) !== JSON.stringify(issue[name]),
    );
    if (changed.length === 0) return [];
    Object.assign(issue, fields);
    this.touch(issue);
    const at = new Date(issue.updatedMs).toISOString();
    for (const name of changed) {
      issue.changes.unshift({ fieldId: REST_ID[name], at, by, to: this.written(issue, name) });
    }
    this.world.events.tell(issue, by, { deleted: false, links: false });
    return changed;
  }

  delete(issue: Issue, by: Actor): void {
    if (issue.deleted) return;
    issue.deleted = true;
    this.world.events.tell(issue, by, { deleted: true, links: false });
    for (const child of this.live().filter(({ parentId }) => parentId === issue.id)) {
      if (child.typeId === ISSUE_TYPES.subtask) this.delete(child, by);
      else this.edit(child, by, { parentId: null });
    }
  }

  touch(issue: Issue): void {
    const now = this.world.scheduler.now + this.world.shape.skew.jira;
    issue.updatedMs = Math.max(now, issue.updatedMs + 1);
  }

  /** As the changelog and the app's history write the value out. */
  written(issue: Issue, name: keyof IssueFields): string | null {
    const value = issue[name];
    if (name === 'statusId') return STATUSES.find(({ id }) => id === value)?.name ?? null;
    if (name === 'description') return plainText(fromHtml(adfToHtml(value)));
    if (name === 'assignee') return PEOPLE.find((p) => p.accountId === value)?.name ?? null;
    if (name === 'labels') return (value as string[]).join(' ');
    if (name === 'parentId') return value === null ? null : `Issue ${String(value)}`;
    return value === null ? null : String(value);
  }

  /** Keys of all fields as the app would compare them. */
  keys(issue: Issue): Record<string, string> {
    const view = this.view(issue);
    return Object.fromEntries(
      Object.values(JIRA_FIELD).map((field) => {
        const { jira } = codecOf(field, WITH_POINTS);
        return [field, jira.stamp(jira.read(view, WITH_POINTS)).key];
      }),
    );
  }

  shown(issue: Issue, field: FieldName): string {
    const { jira } = codecOf(field, WITH_POINTS);
    return jira.stamp(jira.read(this.view(issue), WITH_POINTS)).shown?.text ?? '';
  }

  visible(issueId: string): Issue | null {
    const issue = this.issues.get(issueId);
    if (issue === undefined || issue.deleted) return null;
    return issue.hiddenUntil > this.world.scheduler.now ? null : issue;
  }

  port(run: Invocation): JiraPort {
    const { world } = this;
    const read = <T>(name: string, effect: () => T) =>
      run.call({ target: 'jira', name, write: false, effect });
    const write = (name: string, mayBeLate: boolean, effect: () => void) =>
      run.call({
        target: 'jira',
        name,
        write: true,
        mayBeLate,
        effect: () => {
          world.ledger.writeCalls += 1;
          effect();
        },
      });
    return {
      readIssue: (issueId, fieldIds) =>
        read(`readIssue ${issueId}`, () => {
          const issue = this.visible(issueId);
          if (issue === null) return null;
          const values = Object.fromEntries(
            Object.values(JIRA_FIELD).map((field) => [field, this.shown(issue, field)]),
          );
          run.reads.set(`jira ${issueId}`, { step: world.scheduler.steps, values });
          return this.view(issue, fieldIds);
        }),
      createIssue: (draft) =>
        run.call({
          target: 'jira',
          name: `createIssue for ${draft.mark.alignType}:${draft.mark.alignId}`,
          write: true,
          mayBeLate: true,
          effect: () => this.createByApp(run, draft),
        }),
      editIssue: (issueId, fields) =>
        write(`editIssue ${issueId} ${Object.keys(fields).join()}`, true, () => {
          const issue = this.require(issueId);
          const values = this.accept(fieldsIn(fields), issue);
          this.editByApp(run, issue, values);
        }),
      readTransitions: (issueId) =>
        read(`readTransitions ${issueId}`, () => this.transitions(this.require(issueId))),
      doTransition: (issueId, transitionId) =>
        write(`doTransition ${issueId} ${transitionId}`, false, () => {
          const issue = this.require(issueId);
          this.refuseFields(['statusId']);
          const taken = this.transitions(issue).find(({ id }) => id === transitionId);
          // A person may have moved the issue since its transitions were read.
          if (taken === undefined) throw rejected('JIRA_REJECTED', {});
          this.editByApp(run, issue, { statusId: taken.to.id });
          // From here on the run knows where it has moved the issue.
          const known = run.reads.get(`jira ${issueId}`);
          if (known !== undefined) {
            const values = { ...known.values, state: taken.to.name };
            run.reads.set(`jira ${issueId}`, { ...known, values });
          }
        }),
      filledFields: (issueId) =>
        read(`filledFields ${issueId}`, () => {
          this.require(issueId);
          return new Set<string>();
        }),
      waysOutOf: ({ projectId, issueTypeId }, statusId) =>
        read(`waysOutOf ${statusId}`, () => {
          const issue = this.live().find(
            (one) =>
              one.projectId === projectId &&
              one.typeId === issueTypeId &&
              one.statusId === statusId &&
              this.visible(one.id) !== null,
          );
          if (issue === undefined) return null;
          const to = this.transitions(issue).map((transition) => transition.to);
          return { status: this.view(issue).status, to };
        }),
      deleteIssue: (issueId) =>
        write(`deleteIssue ${issueId}`, true, () => {
          const issue = this.visible(issueId);
          if (issue === null) return;
          const isParent = this.live().some(({ parentId, typeId }) => {
            return parentId === issueId && typeId === ISSUE_TYPES.subtask;
          });
          if (isParent) throw rejected('JIRA_REJECTED', {});
          const children = this.live().filter(({ parentId }) => parentId === issueId);
          this.delete(issue, APP.jira);
          // Whoever deletes a parent takes it from its children.
          for (const { id: item } of children) {
            const { now: at, steps: step } = world.scheduler;
            world.ledger.edits.push({
              step,
              at,
              side: 'jira',
              item,
              field: 'parent',
              shown: '',
              key: '',
            });
          }
          world.ledger.removals.push({ side: 'jira', item: issueId });
          world.ledger.effects += 1;
        }),
      putWebLink: (issueId, link) =>
        write(`putWebLink ${issueId}`, false, () => {
          const issue = this.require(issueId);
          const before = issue.webLinks.get(link.globalId);
          if (JSON.stringify(before) === JSON.stringify(link)) return;
          issue.webLinks.set(link.globalId, { ...link });
          world.ledger.effects += 1;
          // A web link changes the issue: Jira sends an event and moves `updated`.
          this.touch(issue);
          world.events.tell(issue, APP.jira, { deleted: false, links: true });
        }),
      webLink: (issueId, globalId) =>
        read(`webLink ${issueId}`, () => {
          const link = this.require(issueId).webLinks.get(globalId);
          return link === undefined ? null : { resolved: link.resolved };
        }),
      removeWebLink: (issueId, globalId) =>
        write(`removeWebLink ${issueId}`, false, () => {
          if (this.visible(issueId)?.webLinks.delete(globalId) === true) world.ledger.effects += 1;
        }),
      putMark: (issueId, { alignType, alignId }) =>
        write(`putMark ${issueId}`, false, () => {
          const issue = this.require(issueId);
          if (issue.mark?.alignId === alignId && issue.mark.alignType === alignType) return;
          issue.mark = { alignType, alignId };
          issue.markIndexedAt = world.scheduler.now + world.shape.lag.jql;
          world.ledger.effects += 1;
        }),
      removeMark: (issueId) =>
        write(`removeMark ${issueId}`, false, () => {
          const issue = this.visible(issueId);
          if (issue?.mark == null) return;
          issue.mark = null;
          world.ledger.effects += 1;
        }),
      findMarked: ({ type, id }) =>
        read(`findMarked ${type}:${id}`, () =>
          this.live()
            .filter((issue) => this.visible(issue.id) !== null)
            .filter(({ mark }) => mark?.alignId === id && mark.alignType === type)
            .filter(({ markIndexedAt }) => markIndexedAt <= world.scheduler.now)
            .map((issue) => issue.id),
        ),
      screenChoices: () => read('screenChoices', () => new Map<string, never[]>()),
      valuesInUse: () => read('valuesInUse', () => []),
      findPerson: (accountId) => read('findPerson', () => foundPeople(accountId)[0] ?? null),
      findPeopleByEmail: (email) =>
        read('findPeopleByEmail', () => {
          const human = PEOPLE.find((person) => person.shown && person.email === email);
          return human?.accountId == null ? [] : foundPeople(human.accountId);
        }),
    };
  }

  /** What the workflow offers: every other status, or in a straight workflow the neighbours. */
  private transitions({ statusId }: Issue): Transition[] {
    const { unreachable, workflow } = this.world.shape;
    const here = STATUSES.findIndex(({ id }) => id === statusId);
    return STATUSES.filter(
      ({ id }, there) =>
        id !== statusId &&
        id !== unreachable &&
        (workflow === 'free' || Math.abs(there - here) === 1),
    ).map((to) => ({
      id: `${statusId}>${to.id}`,
      name: to.name,
      to: { ...to },
      hasScreen: false,
      fields: [],
    }));
  }

  private createByApp(run: Invocation, draft: NewIssue): { id: string; key: string } {
    const { ledger, scheduler } = this.world;
    ledger.writeCalls += 1;
    const fields = this.accept(fieldsIn(draft.fields), null, draft.issueTypeId);
    if ((fields.summary ?? '') === '') throw rejected('JIRA_REJECTED', { summary: 'required' });
    const { alignType, alignId } = draft.mark;
    const mark = { alignType, alignId };
    const issue = this.create(APP.jira, draft.projectId, draft.issueTypeId, fields, mark);
    ledger.creations.push({
      step: scheduler.steps,
      run: run.id,
      side: 'jira',
      item: issue.id,
      origin: `${alignType}:${alignId}`,
      unheard: false,
      noted: false,
    });
    return { id: issue.id, key: issue.key };
  }

  private editByApp(run: Invocation, issue: Issue, values: Partial<IssueFields>): void {
    const { ledger, scheduler } = this.world;
    const names = Object.keys(values) as (keyof IssueFields)[];
    const before = names.map((name) => this.shown(issue, JIRA_FIELD[name]));
    const changed = this.edit(issue, APP.jira, values);
    if (changed.length > 0) ledger.effects += 1;
    const read = run.reads.get(`jira ${issue.id}`);
    const keys = this.keys(issue);
    names.forEach((name, i) => {
      const field = JIRA_FIELD[name];
      ledger.writes.push({
        step: scheduler.steps,
        run: run.id,
        side: 'jira',
        item: issue.id,
        field,
        readAt: read?.step ?? 0,
        before: before[i] ?? '',
        beforeRead: read?.values[field] ?? null,
        after: this.shown(issue, field),
        afterKey: keys[field] ?? '',
        changed: changed.includes(name),
        unheard: false,
        late: false,
      });
    });
  }

  private require(issueId: string): Issue {
    const issue = this.visible(issueId);
    if (issue !== null) return issue;
    throw new NotFoundError('jira', {
      code: 'JIRA_NOT_FOUND',
      message: `No issue ${issueId}.`,
      remedy: 'Give the permission.',
    });
  }

  /** @throws RejectedError for what a screen or the hierarchy does not take */
  private accept(
    fields: Partial<IssueFields>,
    issue: Issue | null,
    typeId = issue?.typeId ?? '',
  ): Partial<IssueFields> {
    this.refuseFields(Object.keys(fields) as (keyof IssueFields)[]);
    if ('parentId' in fields || issue === null) {
      const { parentId = null } = fields;
      const parent = parentId === null ? null : this.visible(parentId);
      const fits = parent !== null && (PARENT_TYPES[typeId] ?? []).includes(parent.typeId);
      const needed = typeId === ISSUE_TYPES.subtask;
      if (parentId === null ? needed : !fits) throw rejected('JIRA_REJECTED', { parent: 'no' });
    }
    return fields;
  }

  private refuseFields(names: readonly (keyof IssueFields)[]): void {
    const { windows, shape } = this.world;
    const refused = names.map((name) => REST_ID[name]).filter((id) => windows.refused.jira.has(id));
    if (refused.length === 0) return;
    const said = Object.fromEntries(refused.map((id) => [id, 'is not on the appropriate screen']));
    throw rejected('JIRA_REJECTED', shape.namesRefusals ? said : {});
  }
}

function fieldsIn(fields: Readonly<Record<string, unknown>>): Partial<IssueFields> {
  const found: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(fields)) {
    const name = (Object.keys(REST_ID) as (keyof IssueFields)[]).find((n) => REST_ID[n] === id);
    if (name === undefined) throw rejected('JIRA_REJECTED', { [id]: 'unknown field' });
    if (name === 'assignee')
      found[name] = (value as { accountId: string } | null)?.accountId ?? null;
    else if (name === 'parentId') found[name] = (value as { id: string } | null)?.id ?? null;
    else found[name] = value;
  }
  return found;
}

function rejected(code: string, fields: Record<string, string>): RejectedError {
  return new RejectedError('jira', { code, message: 'Refused.', remedy: 'Correct it.' }, fields);
}
