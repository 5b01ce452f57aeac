/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { projectOf } from '../../world/access';
import type { FieldDefinition } from '../../world/fields/definition';
import { FIELD_KINDS } from '../../world/fields/kinds';
import { heldSprints } from '../../world/fields/sprint';
import type { FieldValue } from '../../world/model';
import type { JiraState } from '../../world/state';
import { fieldName } from '../field-input';
import { fieldChoices } from '../parts/choices';
import { Field, None } from './field';
import type { IssueProps } from './issue-props';

const SHOWN_ELSEWHERE = [
  'summary',
  'issuetype',
  'description',
  'labels',
  'priority',
  'assignee',
  'reporter',
  'parent',
  'duedate',
  'customfield_10016',
];

/** The fields that the project's screen has besides the usual ones, folded away until asked for. */
export function MoreFields(props: IssueProps) {
  const { site, issue } = props;
  const project = projectOf(site.world.state, issue);
  const fields = site.world.state.fields.filter(
    ({ id, kind }) =>
      !SHOWN_ELSEWHERE.includes(id) &&
      kind !== 'document' &&
      site.world.screens.has(project.key, 'edit', id),
  );
  if (fields.length === 0) return null;
  return (
    <details class="more-fields">
      <summary>More fields</summary>
      {fields.map((field) => (
        <OneField {...props} field={field} />
      ))}
    </details>
  );
}

function OneField(props: IssueProps & { field: FieldDefinition }) {
  const { site, issue, field } = props;
  const value = issue.values[field.id] ?? null;
  const words =
    value === null ? '' : FIELD_KINDS[field.kind].history(value, site.world.state, field).text;
  const shown = valueWords(props) ?? words;
  return (
    <Field
      {...props}
      id={field.id}
      name={field.name}
      view={shown ? <span>{shown}</span> : <None />}
    >
      <Control {...props} />
    </Field>
  );
}

/** Values whose history is told in other words than the page uses. */
function valueWords({ site, issue, field }: IssueProps & { field: FieldDefinition }) {
  const value = issue.values[field.id] ?? null;
  if (field.kind === 'date') return (value as string | null) ?? '';
  if (field.kind !== 'versions') return undefined;
  const held = (value as string[] | null) ?? [];
  return site.world.state.versions
    .filter(({ id }) => held.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

const openSprintIds = (value: FieldValue, state: JiraState) =>
  heldSprints(value, state)
    .filter((sprint) => sprint.state !== 'closed')
    .map(({ id }) => String(id));

function Control({ site, issue, field }: IssueProps & { field: FieldDefinition }) {
  const { world } = site;
  const name = fieldName(field.id);
  const value = issue.values[field.id] ?? null;
  const choices = fieldChoices(world, issue, field);
  if (!choices) {
    const type = { number: 'number', date: 'date', url: 'url' }[field.kind as string] ?? 'text';
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    return <input name={name} type={type} step="any" value={text} aria-label={field.name} />;
  }
  const several = field.kind === 'options' || field.kind === 'versions';
  const chosen =
    field.kind === 'sprint' ? openSprintIds(value, world.state) : [value].flat().map(String);
  return (
    <>
      {several ? <input type="hidden" name={name} value="" /> : null}
      <select name={name} aria-label={field.name} multiple={several}>
        {several ? null : <option value="">None</option>}
        {choices.map(({ id, words }) => (
          <option value={id} selected={chosen.includes(id)}>
            {words}
          </option>
        ))}
      </select>
    </>
  );
}
