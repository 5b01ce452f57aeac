import type { Entities } from './entities';
import { KvsFailure } from './failure';
import { checkValue, LIMITS } from './limits';
import type { Ttl } from './requests';
import type { Space } from './rows';

const UNIT_SECONDS: Record<Ttl['unit'], number> = {
  SECONDS: 1,
  MINUTES: 60,
  HOURS: 3600,
  DAYS: 86_400,
};

/** Seconds of a time to live. @throws KvsFailure INVALID_TTL above one year. */
export function ttlSeconds(ttl: Ttl | undefined): number | undefined {
  if (!ttl) return undefined;
  const seconds = ttl.value * UNIT_SECONDS[ttl.unit];
  if (seconds > LIMITS.ttlSeconds) {
    throw new KvsFailure(400, 'INVALID_TTL', 'A time to live is at most one year.');
  }
  return seconds;
}

/** Whether a space can hold a value: its size, its depth and, for an entity, its attributes. */
export function checkStorable(entities: Entities, space: Space, value: unknown): void {
  checkValue(value, space === 'secret' ? LIMITS.secretBytes : LIMITS.valueBytes);
  const entityName = space.startsWith('entity:') ? space.slice('entity:'.length) : undefined;
  if (entityName !== undefined) entities.checkValue(entityName, value);
}
