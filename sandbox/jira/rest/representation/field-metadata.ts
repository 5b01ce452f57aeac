import { PRIORITIES, typesOf } from '../../world/catalog';
import type { FieldDefinition } from '../../world/fields/definition';
import { FIELD_KINDS } from '../../world/fields/kinds';
import type { Project } from '../../world/model';
import type { JiraState } from '../../world/state';
import { issueTypeJson, priorityReference } from './entities';
import { optionJson } from './options';
import { versionJson } from './planning';

/** What the choices of a field depend on. */
export interface MetadataScope {
  state: JiraState;
  project: Project;
  baseUrl: string;
}

/** `FieldMetadata` of REST v3: what a screen says of a field. */
export function fieldMetadata(
  field: FieldDefinition,
  required: boolean,
  { state, project, baseUrl }: MetadataScope,
) {
  const allowedValues = allowed(field, { state, project, baseUrl });
  return {
    required: required || field.kind === 'summary' || field.kind === 'issuetype',
    schema: field.schema,
    name: field.name,
    key: field.id,
    hasDefaultValue: field.kind === 'priority',
    operations: [...FIELD_KINDS[field.kind].operations],
    ...(field.kind === 'user'
      ? { autoCompleteUrl: `${baseUrl}/rest/api/3/user/search?query=` }
      : {}),
    ...(allowedValues ? { allowedValues } : {}),
  };
}

function allowed(
  field: FieldDefinition,
  { state, project, baseUrl }: MetadataScope,
): unknown[] | undefined {
  if (field.kind === 'priority') {
    return PRIORITIES.map((priority) => priorityReference(priority, baseUrl));
  }
  if (field.kind === 'issuetype')
    return typesOf(project).map((type) => issueTypeJson(type, baseUrl));
  if (field.options) return field.options.map(({ id }) => optionJson(id, field, baseUrl));
  if (field.kind === 'versions') {
    return state.versions
      .filter(({ projectId, archived }) => projectId === project.id && !archived)
      .map((version) => versionJson(version, baseUrl));
  }
  return undefined;
}
