import type { ProjectMapping } from '../contract/mapping';
import type { AlignItem } from '../domain/align-item';
import { itemName, type AuditEffect } from '../domain/audit-entry';
import { ConfigurationError } from '../domain/errors';
import { extraJiraFields } from '../domain/fields';
import type { JiraIssue } from '../domain/issue';
import { alignTypeOf } from '../domain/mapping';
import type { Pair } from '../domain/pair';
import { isElsewhere, isConverted } from '../domain/moved';
import { issueUrl } from '../domain/web-link';
import { knownActor } from './name-people';
import { activeMapping } from './project-of';
import { writerOf } from './record-effect';
import { refusalOf } from './refusal-of';
import type { ProjectContext } from './sync-context';

/** A pair whose two are where they belong, and what was done for that. */
export interface Followed {
  context: ProjectContext;
  pair: Pair;
  issue: JiraIssue;
  item: AlignItem;
  effects: AuditEffect[];
}

/**
 * Lets a pair follow an issue that was moved or converted, as far as the mappings say where to.
 * @throws ConfigurationError `ISSUE_MOVED`, `TYPE_CHANGED` or `ITEM_MOVED`, with what a person can do
 */
export async function followMoves(
  context: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
): Promise<Followed> {
  if (issue.projectId !== pair.projectId) return followIssue(context, pair, issue, item);
  const { mapping } = context;
  const typeNow = alignTypeOf(mapping, issue.issueTypeId);
  if (isConverted(pair, issue) && typeNow !== pair.alignType) {
    throw typeChanged(pair, issue, typeNow);
  }
  if (isElsewhere(pair, item, mapping)) throw await itemMoved(context, issue, item);
  return { context, pair, issue, item, effects: [] };
}

async function followIssue(
  context: ProjectContext,
  pair: Pair,
  moved: JiraIssue,
  item: AlignItem,
): Promise<Followed> {
  const { deps } = context;
  const mapping = await activeMapping(deps, moved.projectId);
  if (mapping === null) throw issueMoved(pair, moved, 'is not synced');
  const typeNow = alignTypeOf(mapping, moved.issueTypeId);
  if (typeNow !== pair.alignType) throw typeChanged(pair, moved, typeNow);
  const there = { ...context, mapping };
  // The new project may keep its fields elsewhere.
  const fields = extraJiraFields(mapping);
  const same = String(fields) === String(extraJiraFields(context.mapping));
  const issue = same ? moved : await deps.jira.readIssue(moved.id, fields);
  if (issue === null) throw issueMoved(pair, moved, 'cannot be read');
  const programmed = await intoProgram(there, pair, issue, item);
  const unlinked = await withoutOldLink(there, pair, programmed);
  const inProgram =
    programmed.programId === item.programId ? '' : ` and is now in ${mapping.programName}`;
  const effect: AuditEffect = {
    direction: 'to-align',
    outcome: 'updated',
    code: 'ISSUE_MOVED',
    message: `${pair.issueKey} was moved to ${mapping.projectKey} and is now ${issue.key}; ${itemName(item.type, item.id)} follows it${inProgram}.`,
    person: knownActor(context.hint.actor, issue),
    writtenAs: inProgram === '' ? null : writerOf(there, 'to-align'),
  };
  const next: Pair = {
    ...pair,
    projectId: issue.projectId,
    issueKey: issue.key,
    viewInJira: 'missing',
  };
  return { context: there, pair: next, issue, item: unlinked, effects: [effect] };
}

async function intoProgram(
  { align, mapping }: ProjectContext,
  pair: Pair,
  issue: JiraIssue,
  item: AlignItem,
): Promise<AlignItem> {
  const { programId } = mapping;
  if (item.programId === null || item.programId === programId) return item;
  const refusal = await refusalOf(() => align.moveToProgram(item, programId));
  if (refusal !== null) {
    throw issueMoved(
      pair,
      issue,
      `belongs to ${mapping.programName}, and Jira Align does not let the app move the item there (${refusal})`,
    );
  }
  return { ...item, programId };
}

/** The link that leads to the issue by its old key. Jira redirects it, but two links to one issue confuse. */
async function withoutOldLink(
  { align, connection }: ProjectContext,
  { issueKey }: Pair,
  item: AlignItem,
): Promise<AlignItem> {
  const url = issueUrl(connection.jiraSiteUrl, issueKey);
  if (item.links === null || !item.links.some((link) => link.url === url)) return item;
  if ((await refusalOf(() => align.removeLink(item, url))) !== null) return item;
  return { ...item, links: item.links.filter((link) => link.url !== url) };
}

function issueMoved(pair: Pair, issue: JiraIssue, why: string): ConfigurationError {
  const name = itemName(pair.alignType, pair.alignId);
  return new ConfigurationError({
    code: 'ISSUE_MOVED',
    message: `${pair.issueKey} was moved and is now ${issue.key}, whose project ${why}.`,
    remedy: `Map the new project and switch its sync on, move ${name} to its program in Jira Align, or move the issue back. If the two need not be kept in step, unlink the pair.`,
  });
}

function typeChanged(
  pair: Pair,
  issue: JiraIssue,
  typeNow: Pair['alignType'] | null,
): ConfigurationError {
  const name = itemName(pair.alignType, pair.alignId);
  const becomes = typeNow === null ? 'is not synced' : `becomes a ${typeNow} in Jira Align`;
  return new ConfigurationError({
    code: 'TYPE_CHANGED',
    message: `${issue.key} was converted to a work type that ${becomes}; it is paired with ${name}.`,
    remedy: `Convert it back, map its work type to ${pair.alignType}, or unlink the pair. An item of Jira Align cannot change its type.`,
  });
}

async function itemMoved(
  { deps, mapping }: ProjectContext,
  issue: JiraIssue,
  item: AlignItem,
): Promise<ConfigurationError> {
  const name = itemName(item.type, item.id);
  const other = await projectOfProgram(deps, item.programId);
  return new ConfigurationError({
    code: 'ITEM_MOVED',
    message: `${name} was moved to ${other === null ? 'a program that no project is mapped to' : other.programName} in Jira Align; ${issue.key} is in ${mapping.projectKey}, which belongs to ${mapping.programName}.`,
    remedy:
      other === null
        ? `Move ${name} back to ${mapping.programName}, map a project to its new program, or unlink the pair.`
        : `Move ${issue.key} to ${other.projectName} (${other.projectKey}) in Jira, or ${name} back to ${mapping.programName}. The pair then goes on.`,
  });
}

async function projectOfProgram(
  { settings }: ProjectContext['deps'],
  programId: number | null,
): Promise<ProjectMapping | null> {
  const { projects } = await settings.mappingIndex();
  const found = projects.find((project) => project.enabled && project.programId === programId);
  return found === undefined ? null : settings.mapping(found.projectId);
}
