import { answer, type JiraApp, type RestSite } from './context';
import { SYSTEM_FIELDS } from './representation/system-fields';

/** /field */
export function fieldResource(app: JiraApp, { world }: RestSite): void {
  app.get('/rest/api/3/field', (c) => {
    const editable = world.state.fields.map(({ id, name, schema, clauseNames }) => ({
      id,
      key: id,
      name,
      ...(schema.custom ? { untranslatedName: name } : {}),
      custom: schema.custom !== undefined,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames,
      schema,
    }));
    const system = SYSTEM_FIELDS.map(({ id, name, schema, clauseNames }) => ({
      id,
      key: id,
      name,
      custom: false,
      orderable: false,
      navigable: true,
      searchable: true,
      clauseNames,
      schema,
    }));
    return answer(c, [...editable, ...system]);
  });
}
