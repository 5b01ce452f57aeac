import { badRequest } from '../world/errors';
import { isRecord } from '../world/fields/kind';
import type { IssueUpdate } from '../world/read-fields';

/**
 * Reads `IssueUpdateDetails` of REST v3.
 * @throws {JiraError} 400 when a part has the wrong shape
 */
export function readUpdate(body: Record<string, unknown>): IssueUpdate {
  const { fields, update, properties } = body;
  const request: IssueUpdate = {};
  if (fields !== undefined) {
    if (!isRecord(fields)) throw badRequest("'fields' must be an object.");
    request.fields = fields;
  }
  if (update !== undefined) request.update = readOperations(update);
  if (properties !== undefined) request.properties = readProperties(properties);
  return request;
}

function readOperations(update: unknown): Record<string, Record<string, unknown>[]> {
  if (!isRecord(update)) throw badRequest("'update' must be an object.");
  return Object.fromEntries(
    Object.entries(update).map(([fieldId, operations]) => {
      if (!Array.isArray(operations) || !operations.every(isRecord)) {
        throw badRequest(`'update.${fieldId}' must be a list of operations.`);
      }
      return [fieldId, operations];
    }),
  );
}

function readProperties(properties: unknown): { key: string; value: unknown }[] {
  if (!Array.isArray(properties)) throw badRequest("'properties' must be a list.");
  return properties.map((property: unknown) => {
    if (!isRecord(property) || typeof property.key !== 'string') {
      throw badRequest('Every entity property needs a key.');
    }
    return { key: property.key, value: property.value };
  });
}
