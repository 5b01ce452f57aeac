interface Schema {
  type?: string;
  nullable?: boolean;
  properties?: Record<string, Schema>;
}

/**
 * Corrects the vendor's document where recorded answers of live sites contradict it. Everything
 * else is held strictly: most of its schemas allow no further properties.
 */
export function applyErrata(schemas: Record<string, Schema>): void {
  // A recorded changelog has null where a field had, or got, no value.
  for (const side of ['from', 'fromString', 'to', 'toString']) {
    const property = schemas.ChangeDetails?.properties?.[side];
    if (property) property.nullable = true;
  }
  // Sent by every recorded site.
  allow(schemas, 'ServerInformation', 'defaultLocale', { type: 'object' });
  // Sent by a recorded site for custom fields.
  allow(schemas, 'FieldDetails', 'untranslatedName', { type: 'string' });
  // In the vendor's own example.
  allow(schemas, 'BulkIssueResults', 'expand', { type: 'string' });
  // In the vendor's own example.
  for (const flag of ['startDateSet', 'releaseDateSet']) {
    allow(schemas, 'Version', flag, { type: 'boolean' });
  }
  // Stands for any JSON, as in the vendor's own example; the document lists the getters of a Java class instead.
  schemas.JsonNode = {};
}

interface Parameter {
  name: string;
  schema: Schema;
}

/** The Agile document calls the states to filter sprints by an object, and describes a text. */
export function applyAgileErrata(paths: Record<string, unknown>): void {
  const sprints = paths['/rest/agile/1.0/board/{boardId}/sprint'] as
    { get?: { parameters: Parameter[] } } | undefined;
  const state = sprints?.get?.parameters.find(({ name }) => name === 'state');
  if (!state) throw new Error('The document has no states of sprints: revise the errata');
  state.schema = { type: 'string' };
}

function allow(
  schemas: Record<string, Schema>,
  name: string,
  property: string,
  schema: Schema,
): void {
  const found = schemas[name];
  if (!found) throw new Error(`The document has no schema ${name}: revise the errata`);
  found.properties = { ...found.properties, [property]: schema };
}
