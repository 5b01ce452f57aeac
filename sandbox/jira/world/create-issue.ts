import { findProject } from './access';
import { byId, DEFAULT_PRIORITY_ID, INITIAL_STATUS_ID, ISSUE_TYPES } from './catalog';
import { JiraError, badField } from './errors';
import { reference, type FieldContext } from './fields/kind';
import { FIELD_KINDS } from './fields/kinds';
import type { FieldDefinition } from './fields/definition';
import type { Actor, FieldValue, Issue, Project } from './model';
import { holds } from './permissions';
import { checkProperty } from './properties';
import { readFields, type IssueUpdate } from './read-fields';
import { Screens } from './screens';
import { nextId, type Site } from './site';

/**
 * Creates an issue as `POST /rest/api/3/issue` does.
 * @throws {JiraError} 400 for refused, missing or wrong fields, 403 without Create Issues
 */
export function createIssue(site: Site, actor: Actor, request: IssueUpdate): Issue {
  const { state } = site;
  const { project: projectInput, ...inputs } = request.fields ?? {};
  const project = creatableProject(site, actor, projectInput);
  const typeField = state.fields.find(({ id }) => id === 'issuetype') as FieldDefinition;
  const draft: FieldContext = { state, project, typeId: '' };
  const typeId = FIELD_KINDS.issuetype.parse(inputs.issuetype, typeField, draft) as string;
  const context = { ...draft, typeId };
  const screens = new Screens(state);
  const isSubtask = byId(ISSUE_TYPES, typeId).subtask;
  const values = readFields(
    {
      ...request,
      fields: { summary: undefined, ...(isSubtask ? { parent: null } : {}), ...inputs },
    },
    state.fields,
    context,
    (fieldId) =>
      screens.has(project.key, 'create', fieldId) && maySet(site, actor, project, fieldId),
  );
  checkRequired(site, project, values);
  for (const { key, value } of request.properties ?? []) checkProperty(key, value);
  const issue = newIssue(site, actor, project, values, request);
  state.issues.push(issue);
  site.changed(issue);
  const { accountId: actorId, viaApp, trace } = actor;
  site.announce({
    kind: 'created',
    issue,
    actorId,
    viaApp,
    ...(trace === undefined ? {} : { trace }),
    items: [],
    at: issue.created,
  });
  return issue;
}

function creatableProject(site: Site, actor: Actor, input: unknown): Project {
  const reach = reference(input, 'id') ?? reference(input, 'key');
  const project = reach === undefined ? undefined : findProject(site.state, reach);
  if (!project || !holds(site.state, project.key, 'BROWSE_PROJECTS', actor.accountId)) {
    throw badField('project', 'Specify a valid project ID or key');
  }
  if (!holds(site.state, project.key, 'CREATE_ISSUES', actor.accountId)) {
    throw new JiraError(403, ['You do not have permission to create issues in this project.']);
  }
  return project;
}

/** Fields that need a permission of their own. Without it Jira treats them as not on the screen. */
export function maySet(site: Site, actor: Actor, project: Project, fieldId: string): boolean {
  if (fieldId === 'assignee') {
    return holds(site.state, project.key, 'ASSIGN_ISSUES', actor.accountId);
  }
  if (fieldId === 'reporter') {
    return holds(site.state, project.key, 'MODIFY_REPORTER', actor.accountId);
  }
  return true;
}

/** Wording per the vendor's example for system fields; custom fields say so by their name. */
export function checkRequired(site: Site, project: Project, values: Map<string, FieldValue>): void {
  for (const fieldId of new Screens(site.state).required(project.key)) {
    const value = values.get(fieldId);
    const field = site.state.fields.find(({ id }) => id === fieldId);
    const empty = value === undefined || value === null || (Array.isArray(value) && !value.length);
    if (!field || !empty) continue;
    if (field.schema.custom) throw badField(fieldId, `${field.name} is required.`);
    throw new JiraError(400, [`Field '${fieldId}' is required`]);
  }
}

function newIssue(
  site: Site,
  actor: Actor,
  project: Project,
  values: Map<string, FieldValue>,
  request: IssueUpdate,
): Issue {
  const { state } = site;
  const at = site.now();
  const number = project.nextNumber;
  project.nextNumber += 1;
  const defaults: Record<string, FieldValue> = Object.fromEntries(
    state.fields.map(({ id }) => [id, null]),
  );
  return {
    id: String(nextId(state, 'issue')),
    key: `${project.key}-${number}`,
    projectId: project.id,
    statusId: INITIAL_STATUS_ID,
    resolutionId: null,
    creatorId: actor.accountId,
    created: at,
    updated: at,
    statusCategoryChanged: at,
    resolved: null,
    values: {
      ...defaults,
      labels: [],
      priority: DEFAULT_PRIORITY_ID,
      reporter: actor.accountId,
      ...Object.fromEntries(values),
    },
    properties: Object.fromEntries(
      (request.properties ?? []).map(({ key, value }) => [key, structuredClone(value)]),
    ),
    links: [],
    history: [],
    formerKeys: [],
    archived: false,
    version: 0,
  };
}
