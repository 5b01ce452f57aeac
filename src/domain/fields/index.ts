import { isCustom, type AlignType, type FieldName, type SystemField } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import { ALIGN_TYPES } from '../align-type';
import { ruleOf } from '../mapping';
import type { FieldCodec } from './codec';
import { description } from './description';
import { labels } from './labels';
import { owner } from './owner';
import { parent } from './parent';
import { points } from './points';
import { state } from './state';
import { title } from './title';

/** A codec whose value types are known to itself only. */
export type AnyCodec = FieldCodec<unknown, unknown>;

const CODECS = {
  title,
  description,
  state,
  owner,
  labels,
  points,
  parent,
} as const satisfies Record<SystemField, unknown>;

/** The codec of a field. The planner never looks at a value, it only hands it back to the same codec. */
export function codecOf(field: FieldName, _mapping: ProjectMapping): AnyCodec {
  if (isCustom(field)) throw new Error(`${field} has no codec.`);
  return CODECS[field] as unknown as AnyCodec;
}

/** The fields that are kept in step for an Align type under a mapping, in the order in which they are written. */
export function activeFields(mapping: ProjectMapping, type: AlignType): FieldName[] {
  const { lacks } = ALIGN_TYPES[type];
  return (Object.keys(CODECS) as SystemField[]).filter(
    (field) =>
      !lacks.includes(field) &&
      ruleOf(mapping, type, field).direction !== 'off' &&
      codecOf(field, mapping).jira.fieldId(mapping) !== null &&
      (field !== 'parent' || parentTypeMapped(mapping, type)),
  );
}

/** A feature's epic is only comparable when some issue type of the project is mapped to epic. */
function parentTypeMapped(mapping: ProjectMapping, type: AlignType): boolean {
  const { parent: parentType } = ALIGN_TYPES[type];
  return parentType !== null && mapping.types.some((t) => t.alignType === parentType);
}

/** The Jira fields that a mapping's fields are read from, besides those that every issue is read with. */
export function extraJiraFields({ jiraFields }: Pick<ProjectMapping, 'jiraFields'>): string[] {
  return [...new Set(Object.values(jiraFields))];
}
