import type { Actor, AlignType } from '../contract/common';
import type { MappingOptions, ProjectMapping, ProjectRow, StateMapping } from '../contract/mapping';
import { allOf } from '../domain/all-of';
import { ALIGN_TYPES } from '../domain/align-type';
import { ConfigurationError } from '../domain/errors';
import { GENTLEST_REMOVAL } from '../domain/mapping';
import type { AlignProgram } from '../domain/ports/align';
import type { JiraIssueType, JiraSitePort } from '../domain/ports/jira';
import type { Listing } from '../domain/ports/store';
import { suggestFields } from '../domain/suggest-fields';
import { suggestAlignType, suggestStates } from '../domain/suggest-mapping';
import { validateMapping } from '../domain/validate-mapping';
import { settingEntry } from './setting-entry';
import { nowIso, type Dependencies } from './dependencies';
import { requireConnection } from './sync-context';

export interface MappingDependencies extends Pick<
  Dependencies,
  'settings' | 'audit' | 'now' | 'newId' | 'meter' | 'align'
> {
  jiraSite: JiraSitePort;
}

/** Jira's projects with what each is mapped to. */
export async function listProjects(
  deps: MappingDependencies,
  query: { q?: string | undefined; cursor?: string | undefined },
): Promise<Listing<ProjectRow>> {
  const startAt = Number(query.cursor ?? 0);
  const page = await deps.jiraSite.listProjects(
    query.q ?? '',
    Number.isInteger(startAt) ? startAt : 0,
  );
  const items = await allOf(
    page.items.map(async ({ id, key, name }): Promise<ProjectRow> => {
      const mapping = await deps.settings.mapping(id);
      return {
        projectId: id,
        key,
        name,
        mapping:
          mapping === null
            ? null
            : {
                programId: mapping.programId,
                programName: mapping.programName,
                enabled: mapping.enabled,
                createInJira: mapping.createInJira,
                types: mapping.types,
              },
      };
    }),
  );
  return { items, cursor: page.next === null ? null : String(page.next) };
}

/** What the mapping editor needs; for a project without a mapping, with one suggested. */
export async function getMapping(
  deps: MappingDependencies,
  projectId: string,
): Promise<MappingOptions> {
  const align = await deps.align(await requireConnection(deps));
  const [issueTypes, programs, jiraFields, saved, project] = await allOf([
    deps.jiraSite.issueTypes(projectId),
    align.listPrograms(),
    deps.jiraSite.fields(),
    deps.settings.mapping(projectId),
    deps.jiraSite.project(projectId),
  ]);
  const options = {
    issueTypes: issueTypes.map(withSuggestions),
    programs,
    jiraFields,
    alignStates: statesByType(),
    alignFields: fieldsByType(),
  };
  if (saved !== null) return { ...options, saved: true, mapping: saved };
  return { ...options, saved: false, mapping: suggest(project, options) };
}

function statesByType(): MappingOptions['alignStates'] {
  const entries = Object.entries(ALIGN_TYPES).map(([type, { states }]) => [type, [...states]]);
  return Object.fromEntries(entries) as MappingOptions['alignStates'];
}

function fieldsByType(): MappingOptions['alignFields'] {
  const entries = Object.entries(ALIGN_TYPES).map(([type, { fields }]) => [type, [...fields]]);
  return Object.fromEntries(entries) as MappingOptions['alignFields'];
}

function withSuggestions(type: JiraIssueType): MappingOptions['issueTypes'][number] {
  const states = Object.keys(ALIGN_TYPES).map((name) => {
    const alignType = name as AlignType;
    return [alignType, suggestStates(alignType, type.statuses)];
  });
  return {
    ...type,
    suggestedStates: Object.fromEntries(states) as Record<AlignType, StateMapping>,
  };
}

type Options = Pick<MappingOptions, 'issueTypes' | 'programs' | 'jiraFields'>;

/** Null when there is no program that it could be mapped to. */
function suggest(
  project: { id: string; key: string; name: string },
  { issueTypes, programs, jiraFields }: Options,
): ProjectMapping | null {
  const program = nearestProgram(project.name, programs);
  if (program === null) return null;
  const types = issueTypes.flatMap((type) => {
    const alignType = suggestAlignType(type);
    return alignType === null
      ? []
      : [{ issueTypeId: type.id, issueTypeName: type.name, alignType }];
  });
  const states: Partial<Record<AlignType, StateMapping>> = {};
  for (const { issueTypeId, alignType } of types) {
    const type = issueTypes.find(({ id }) => id === issueTypeId);
    if (type !== undefined) states[alignType] ??= type.suggestedStates[alignType];
  }
  return {
    version: 0,
    projectId: project.id,
    projectKey: project.key,
    projectName: project.name,
    programId: program.id,
    programName: program.title,
    enabled: true,
    createInJira: true,
    adoptForeign: false,
    types,
    states,
    resolvedIsSticky: false,
    resolution: null,
    ...suggestFields(jiraFields),
    ...GENTLEST_REMOVAL,
    typeFields: {},
    customFields: [],
    values: {},
  };
}

function nearestProgram(name: string, programs: readonly AlignProgram[]): AlignProgram | null {
  const wanted = name.trim().toLowerCase();
  const close = ({ title }: AlignProgram) => {
    const candidate = title.trim().toLowerCase();
    return candidate !== '' && (candidate.includes(wanted) || wanted.includes(candidate));
  };
  return programs.find(close) ?? programs[0] ?? null;
}

/**
 * Saves a mapping as the next version.
 * @throws InvalidMappingError
 * @throws ConfigurationError `MAPPING_CHANGED` when another admin has saved in the meantime
 */
export async function saveMapping(
  deps: MappingDependencies,
  draft: ProjectMapping,
  by: Actor,
): Promise<ProjectMapping> {
  validateMapping(draft);
  const before = await deps.settings.mapping(draft.projectId);
  if ((before?.version ?? 0) !== draft.version) throw changedMeanwhile();
  const mapping = { ...draft, version: draft.version + 1 };
  const index = await deps.settings.mappingIndex();
  const known = index.projects.find(({ projectId }) => projectId === mapping.projectId);
  const entry = {
    projectId: mapping.projectId,
    programId: mapping.programId,
    enabled: mapping.enabled,
    createInJira: mapping.createInJira,
    since: known?.since ?? nowIso(deps),
  };
  await deps.settings.saveMapping(mapping, {
    v: 1,
    projects: [...index.projects.filter((project) => project !== known), entry],
  });
  const state = mapping.enabled ? 'on' : 'off';
  await deps.audit.add(
    settingEntry(deps, by, {
      code: 'MAPPING_SAVED',
      message: `Saved version ${mapping.version} of the mapping of ${mapping.projectKey} to ${mapping.programName}; sync is ${state}.`,
      projectId: mapping.projectId,
    }),
  );
  return mapping;
}

function changedMeanwhile(): ConfigurationError {
  return new ConfigurationError({
    code: 'MAPPING_CHANGED',
    message: 'Another admin has saved this mapping in the meantime.',
    remedy: 'Load the mapping again, and make your changes on top of theirs.',
  });
}
