import type { DeclaredEntity } from '../manifest';
import { attributeOf } from './conditions';
import { KvsFailure } from './failure';
import type { Row } from './rows';

const INTEGER_MIN = -(2 ** 31);
const INTEGER_MAX = 2 ** 31 - 1;

type AttributeType = DeclaredEntity['attributes'][string]['type'];
export type DeclaredIndex = DeclaredEntity['indexes'][number];

const TYPE_CHECKS: Record<AttributeType, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) =>
    Number.isInteger(value) && Number(value) >= INTEGER_MIN && Number(value) <= INTEGER_MAX,
  float: (value) => typeof value === 'number' && Number.isFinite(value),
  any: () => true,
};

const BY_KEY: DeclaredIndex = { name: 'by-key', partition: [], range: ['key'] };

/** The custom entities of the manifest: what their values and queries must look like. */
export class Entities {
  private readonly declared: Map<string, DeclaredEntity>;

  constructor(entities: DeclaredEntity[]) {
    this.declared = new Map(entities.map((entity) => [entity.name, entity]));
  }

  /** @throws KvsFailure INVALID_ENTITY_TYPE when the entity is not declared. */
  find(entityName: string): DeclaredEntity {
    const entity = this.declared.get(entityName);
    if (entity) return entity;
    throw new KvsFailure(
      400,
      'INVALID_ENTITY_TYPE',
      `Entity ${entityName} is not declared under app.storage.entities in manifest.yml.`,
    );
  }

  /**
   * Checks a value against the declared attributes. Attributes may be missing. An attribute that is
   * not declared is refused (what Forge does with it is not verified; refusing is the safe reading).
   * @throws KvsFailure INVALID_ENTITY_VALUE
   */
  checkValue(entityName: string, value: unknown): void {
    const { attributes } = this.find(entityName);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidValue(`a value of entity ${entityName} is an object`);
    }
    for (const [name, actual] of Object.entries(value)) {
      const type = attributes[name]?.type;
      if (!type) throw invalidValue(`entity ${entityName} declares no attribute ${name}`);
      if (!TYPE_CHECKS[type](actual)) {
        throw invalidValue(
          `${entityName}.${name} is declared ${type} and cannot hold ${JSON.stringify(actual)}`,
        );
      }
    }
  }

  /** @throws KvsFailure INVALID_ENTITY_INDEX when the index is not declared. */
  index(entityName: string, indexName: string): DeclaredIndex {
    const found = [...this.find(entityName).indexes, BY_KEY].find((i) => i.name === indexName);
    if (found) return found;
    throw new KvsFailure(
      400,
      'INVALID_ENTITY_INDEX',
      `Entity ${entityName} declares no index ${indexName}.`,
    );
  }
}

/** What an index sorts a row by; undefined = the row is not in the index. */
export function rangeValue(index: DeclaredIndex, row: Row): unknown {
  const [name] = index.range;
  if (index === BY_KEY || name === undefined) return row.key;
  return attributeOf(row.value, name);
}

function invalidValue(reason: string): KvsFailure {
  return new KvsFailure(400, 'INVALID_ENTITY_VALUE', `Invalid entity value: ${reason}.`);
}
