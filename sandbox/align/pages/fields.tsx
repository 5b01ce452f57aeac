/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { sanitiseHtml, showableHtml } from '../html/sanitise';
import { ITEM_TYPES, type ItemType } from '../item-types';
import type { JsonObject } from '../json';
import type { FieldProblem } from '../world/refusal';
import { fullName } from '../world/people';
import { ChoiceField, Field, TextField, type FieldProps } from './field-controls';
import { PlanningFields } from './planning-fields';
import type { Site } from './site';

/** What the fields of a form show. */
export interface FieldsProps {
  site: Site;
  type: ItemType;
  values: JsonObject;
  problems?: readonly FieldProblem[];
}

/** Rich text: shown, and edited on request. Without the script, its HTML can be edited. */
function RichField(props: FieldProps & { value: unknown; open?: boolean }) {
  const { name, label, value, open } = props;
  const html = typeof value === 'string' ? value : '';
  return (
    <Field {...props}>
      <div
        class="rich"
        data-rich
        data-open={open ? 'true' : undefined}
        data-label={label}
        data-empty={html === '' ? 'true' : undefined}
      >
        <div
          class="rich-view"
          data-rich-view
          dangerouslySetInnerHTML={{ __html: showableHtml(html) }}
        />
        <textarea
          id={`field-${name}`}
          name={name}
          rows={8}
          data-rich-source
          aria-describedby={`problem-${name}`}
        >
          {sanitiseHtml(html)}
        </textarea>
      </div>
    </Field>
  );
}

/** Title, description and, for a defect, the steps to reproduce it. */
export function MainFields({ type, values, problems, open }: FieldsProps & { open?: boolean }) {
  const title = type === 'epic' ? 'Name' : 'Title';
  const rich = { problems, open };
  return (
    <>
      <TextField name="title" label={title} value={values.title} problems={problems} />
      <RichField name="description" label="Description" value={values.description} {...rich} />
      {type === 'defect' && (
        <RichField
          name="stepsToReproduce"
          label="Steps to reproduce"
          value={values.stepsToReproduce}
          {...rich}
        />
      )}
    </>
  );
}

/** Everything else a person may change. */
export function SideFields({ site, type, values, problems }: FieldsProps) {
  const { states, owner, program, points, parent, hasTags } = ITEM_TYPES[type];
  const { people, organisation } = site.world;
  const named = (names: Readonly<Record<number, string>>) => Object.entries(names);
  const persons = people.all().map((each): [string, string] => [each.uid, fullName(each)]);
  const programs = organisation
    .all('program')
    .map(({ id, title }): [string, string] => [String(id), String(title)]);
  const field = (name: string, label: string) => ({ name, label, problems, value: values[name] });
  return (
    <>
      <ChoiceField {...field('state', 'State')} options={named(states)} />
      <ChoiceField {...field(owner, 'Owner')} options={persons} none="No owner" />
      {program && (
        <ChoiceField {...field(program, 'Program')} options={programs} none="No program" />
      )}
      {points && (
        <TextField {...field(points, type === 'task' ? 'Effort hours' : 'Points')} numeric />
      )}
      <PlanningFields {...{ site, type, values, problems }} />
      {hasTags && <TextField {...field('tags', 'Tags')} hint="Separate them with commas" />}
      {parent && (
        <ChoiceField
          {...field(parent.property, parent.label)}
          options={site.world
            .items(parent.type)
            .filter(({ recycled }) => !recycled)
            .map(({ id, fields }) => [String(id), `${id} ${String(fields.title)}`])}
          none={`No ${parent.label.toLowerCase()}`}
        />
      )}
    </>
  );
}
