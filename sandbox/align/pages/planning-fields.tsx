/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { ENUMERATIONS } from '../enumerations';
import { ITEM_TYPES } from '../item-types';
import { isJsonObject, type Json } from '../json';
import { CUSTOM_FIELDS, type CustomField } from '../world/custom-fields';
import type { ReferenceKind } from '../world/organisation';
import { fullName } from '../world/people';
import { ChoiceField, TextField } from './field-controls';
import type { FieldsProps } from './fields';

const REFERENCES: readonly [property: string, label: string, kind: ReferenceKind][] = [
  ['releaseId', 'Program increment', 'release'],
  ['iterationId', 'Sprint', 'iteration'],
  ['teamId', 'Team', 'team'],
];
const DATES: readonly [property: string, label: string][] = [
  ['startInitiationDate', 'Start date'],
  ['portfolioAskDate', 'Portfolio ask date'],
  ['targetCompletionDate', 'Target completion date'],
];
const BLOCKED: [string, string][] = [
  ['0', 'No'],
  ['1', 'Yes'],
];

/** Lists of values, plans, dates, what blocks the item, and the custom fields of the site. */
export function PlanningFields({ site, type, values, problems }: FieldsProps) {
  const { properties } = ITEM_TYPES[type].shape;
  const { organisation } = site.world;
  const field = (name: string, label: string) => ({ name, label, problems, value: values[name] });
  const lists = Object.entries(ENUMERATIONS[type] ?? {});
  return (
    <>
      {lists.map(([name, words]) => (
        <ChoiceField
          {...field(name, name.charAt(0).toUpperCase() + name.slice(1))}
          options={Object.entries(words)}
          none={`No ${name}`}
        />
      ))}
      {REFERENCES.filter(([name]) => name in properties).map(([name, label, kind]) => (
        <ChoiceField
          {...field(name, label)}
          options={organisation
            .all(kind)
            .map(({ id }) => [String(id), organisation.titleOf(kind, id) ?? String(id)])}
          none={`No ${label.toLowerCase()}`}
        />
      ))}
      {DATES.filter(([name]) => name in properties).map(([name, label]) => (
        <TextField {...field(name, label)} value={dayOf(values[name])} type="date" />
      ))}
      {'isBlocked' in properties && (
        <ChoiceField {...field('isBlocked', 'Blocked')} options={BLOCKED} none="Not said" />
      )}
      {'blockedReason' in properties && <TextField {...field('blockedReason', 'Blocked reason')} />}
      {'customFields' in properties &&
        CUSTOM_FIELDS.map((custom) => (
          <CustomControl {...{ site, type, values, problems }} custom={custom} />
        ))}
    </>
  );
}

function CustomControl(props: FieldsProps & { custom: CustomField }) {
  const { site, values, problems, custom } = props;
  const held = valuesOf(values.customFields, custom.key);
  const [first] = held;
  const control = { name: custom.key, label: custom.name, problems };
  if (custom.type === 'dropdown') {
    const options = (custom.options ?? []).map(({ value }): [string, string] => [value, value]);
    return <ChoiceField {...control} value={first} options={options} none="None" />;
  }
  if (custom.type === 'user') {
    const people = site.world.people.all();
    const options = people.map((each): [string, string] => [each.uid, fullName(each)]);
    return <ChoiceField {...control} value={first} options={options} none="Nobody" />;
  }
  if (custom.type === 'multidropdown') {
    const offered = (custom.options ?? []).map(({ value }) => value).join(', ');
    return <TextField {...control} value={held.join(', ')} hint={`Any of ${offered}`} />;
  }
  if (custom.type === 'date') return <TextField {...control} value={dayOf(first)} type="date" />;
  return <TextField {...control} value={first} numeric={custom.type === 'number'} />;
}

/** The values of one custom field, out of the array of single-key objects. */
function valuesOf(customFields: Json | undefined, key: string): Json[] {
  const entries = Array.isArray(customFields) ? customFields.filter(isJsonObject) : [];
  const held = entries.find((entry) => key in entry)?.[key];
  return Array.isArray(held) ? held.filter(isJsonObject).map(({ value }) => value ?? null) : [];
}

const dayOf = (value: Json | undefined) =>
  typeof value === 'string' ? value.slice(0, 10) : undefined;
