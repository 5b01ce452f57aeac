import { isCustom, type AlignType, type FieldName, type SystemField } from '../../contract/common';
import { customField, type ProjectMapping } from '../../contract/mapping';
import { hasField, ALIGN_TYPES } from '../align-type';
import { FIELDS_OF_EVERY_ISSUE } from '../issue';
import { mappedAlignTypes, pairingOf, ruleOf } from '../mapping';
import { blocked } from './blocked';
import { blockedReason } from './blocked-reason';
import type { FieldCodec } from './codec';
import { customCodec } from './custom';
import { acceptedDate, dueDate, startDate, targetDate } from './dates';
import { description } from './description';
import { fixVersion } from './fix-version';
import { increment } from './increment';
import { labels } from './labels';
import { owner } from './owner';
import { parent } from './parent';
import { points } from './points';
import { priority } from './priority';
import { reporter } from './reporter';
import { sprint } from './sprint';
import { state } from './state';
import { team } from './team';
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
  reporter,
  priority,
  startDate,
  dueDate,
  targetDate,
  acceptedDate,
  blocked,
  blockedReason,
  increment,
  sprint,
  fixVersion,
  team,
} as const satisfies Record<SystemField, unknown>;

/** The codec of a field. The planner never looks at a value, it only hands it back to the same codec. */
export function codecOf(field: FieldName, mapping: ProjectMapping): AnyCodec {
  if (!isCustom(field)) return CODECS[field] as unknown as AnyCodec;
  const pairing = pairingOf(mapping, field);
  if (pairing === null) throw new Error(`The mapping has no pairing ${field}.`);
  return customCodec(pairing);
}

/** The fields that are kept in step for an Align type under a mapping, in the order in which they are written. */
export function activeFields(mapping: ProjectMapping, type: AlignType): FieldName[] {
  const system = (Object.keys(CODECS) as SystemField[]).filter(
    (field) =>
      hasField(type, field) &&
      ruleOf(mapping, type, field).direction !== 'off' &&
      codecOf(field, mapping).jira.fieldId(mapping) !== null &&
      (field !== 'parent' || parentTypeMapped(mapping, type)),
  );
  const custom = mapping.customFields.filter(
    ({ direction, alignTypes }) =>
      direction !== 'off' && (alignTypes.length === 0 || alignTypes.includes(type)),
  );
  return [...system, ...custom.map(customField)];
}

/** The system fields that any type keeps in step, each with the Jira field that it is kept in. */
export function systemFieldsInUse(mapping: ProjectMapping): Map<SystemField, string> {
  const used = mappedAlignTypes(mapping).flatMap((type) => activeFields(mapping, type));
  return new Map(
    used.flatMap((field) => {
      const id = isCustom(field) ? null : codecOf(field, mapping).jira.fieldId(mapping);
      return isCustom(field) || id === null ? [] : [[field, id] as const];
    }),
  );
}

/** A feature's epic is only comparable when some issue type of the project is mapped to epic. */
function parentTypeMapped(mapping: ProjectMapping, type: AlignType): boolean {
  const { parent: parentType } = ALIGN_TYPES[type];
  return parentType !== null && mapping.types.some((t) => t.alignType === parentType);
}

const ALWAYS_READ: ReadonlySet<string> = new Set(FIELDS_OF_EVERY_ISSUE);

/** The Jira fields that a mapping's fields are read from, besides those that every issue is read with. */
export function extraJiraFields(mapping: ProjectMapping): string[] {
  const fields = mappedAlignTypes(mapping).flatMap((type) => activeFields(mapping, type));
  const ids = fields.flatMap((field) => codecOf(field, mapping).jira.fieldId(mapping) ?? []);
  return [...new Set(ids.filter((id) => !ALWAYS_READ.has(id)))];
}
