import { z } from 'zod';

/**
 * Bodies of the storage service's requests as @forge/kvs 1.6 sends them. Strict on purpose: a
 * field that the host does not know must not be dropped in silence.
 */
const ttl = z.strictObject({
  value: z.number().int().positive(),
  unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']),
});
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'])).optional();
const readOptions = z.strictObject({ metadataFields }).optional();

const condition = z.strictObject({
  condition: z.enum([
    'BEGINS_WITH',
    'BETWEEN',
    'EXISTS',
    'NOT_EXISTS',
    'GREATER_THAN',
    'GREATER_THAN_EQUAL_TO',
    'LESS_THAN',
    'LESS_THAN_EQUAL_TO',
    'CONTAINS',
    'NOT_CONTAINS',
    'EQUAL_TO',
    'NOT_EQUAL_TO',
  ]),
  values: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .max(2),
});
const clause = condition.extend({ property: z.string() });
const clauses = z.union([
  z.strictObject({ and: z.array(clause).min(1) }),
  z.strictObject({ or: z.array(clause).min(1) }),
]);

const setOptions = z.strictObject({
  ttl: ttl.optional(),
  keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).optional(),
  returnValue: z.enum(['PREVIOUS', 'LATEST']).optional(),
  returnMetadataFields: metadataFields,
});
/** Inside a batch or a transaction only the time to live can be given. */
const ttlOption = z.strictObject({ ttl: ttl.optional() }).optional();
const key = z.string();
const entityName = z.string();

export const plainGet = z.strictObject({ key, options: readOptions });
export const entityGet = plainGet.extend({ entityName });
export const plainSet = z.strictObject({
  key,
  value: z.unknown().optional(),
  options: setOptions.optional(),
});
export const entitySet = plainSet.extend({ entityName });
export const plainDelete = z.strictObject({ key });
export const entityDelete = plainDelete.extend({ entityName });

export const plainQuery = z.strictObject({
  limit: z.number().optional(),
  after: z.string().optional(),
  where: z
    .array(
      z.strictObject({
        property: z.literal('key'),
        condition: z.literal('BEGINS_WITH'),
        values: z.array(z.string()).length(1),
      }),
    )
    .max(1)
    .optional(),
  options: readOptions,
});
export const entityQuery = z.strictObject({
  entityName,
  indexName: z.string(),
  partition: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  range: condition.optional(),
  filters: clauses.optional(),
  sort: z.enum(['ASC', 'DESC']).optional(),
  cursor: z.string().optional(),
  limit: z.number().optional(),
  options: readOptions,
});

const batchItem = z.strictObject({ key, entityName: entityName.optional() });
export const batchSet = z.array(
  batchItem.extend({ value: z.unknown().optional(), options: ttlOption }),
);
export const batchKeys = z.array(batchItem);

export const transaction = z.strictObject({
  set: z.array(batchSet.element.extend({ conditions: clauses.optional() })).default([]),
  delete: z.array(batchItem.extend({ conditions: clauses.optional() })).default([]),
  check: z.array(z.strictObject({ key, entityName, conditions: clauses })).default([]),
});

export type Condition = z.output<typeof condition>;
export type Clauses = z.output<typeof clauses>;
export type SetOptions = z.output<typeof setOptions>;
export type Ttl = z.output<typeof ttl>;
export type PlainQuery = z.output<typeof plainQuery>;
export type EntityQuery = z.output<typeof entityQuery>;
export type Transaction = z.output<typeof transaction>;
