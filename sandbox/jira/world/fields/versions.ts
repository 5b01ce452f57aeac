import { badField } from '../errors';
import { asSet, mustBe, reference, type FieldContext, type FieldKind } from './kind';
import type { FieldDefinition } from './definition';

/** Versions of the issue's own project, written as `{id}` or `{name}`. */
export const versionsKind: FieldKind = {
  operations: ['set', 'add', 'remove'],
  historyName: 'Fix Version',
  parse(input, field, context) {
    if (input === null) return null;
    if (!Array.isArray(input)) throw mustBe(field, 'an array');
    return asSet(input.map((entry: unknown) => versionId(entry, field, context)));
  },
  /** Jira writes an item of the history for each version that comes or goes. */
  steps(before, after) {
    const [had, has] = [before, after].map((value) => (value as string[] | null) ?? []) as [
      string[],
      string[],
    ];
    return [
      ...had.filter((id) => !has.includes(id)).map((id): [string[], null] => [[id], null]),
      ...has.filter((id) => !had.includes(id)).map((id): [null, string[]] => [null, [id]]),
    ];
  },
  history(value, { versions }) {
    const [id = null] = (value as string[] | null) ?? [];
    return { id, text: versions.find((version) => version.id === id)?.name ?? null };
  },
};

function versionId(input: unknown, field: FieldDefinition, { state, project }: FieldContext) {
  const id = reference(input, 'id');
  const name = reference(input, 'name');
  const found = state.versions
    .filter(({ projectId }) => projectId === project.id)
    .find((version) => (id === undefined ? version.name === name : version.id === id));
  if (found) return found.id;
  if (id !== undefined) throw badField(field.id, `Version id '${id}' is not valid`);
  if (name !== undefined) throw badField(field.id, `Version name '${name}' is not valid`);
  throw mustBe(field, 'an object with an id or a name');
}
