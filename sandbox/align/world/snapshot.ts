import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AuditLog, type AuditEntry } from './audit-log';
import type { AlignItem } from './item';
import { People, type Person } from './people';
import { Tokens, type Token } from './tokens';
import type { AlignWorld, WorldParts } from './world';

const WRITE_AFTER_MS = 200;

const snapshotSchema = z.object({
  items: z.array(
    z
      .object({ type: z.string(), id: z.number(), fields: z.record(z.string(), z.unknown()) })
      .loose(),
  ),
  lastIds: z.record(z.string(), z.number()),
  audit: z.array(z.object({ id: z.number(), at: z.string() }).loose()),
  tokens: z.array(z.object({ uid: z.string(), secret: z.string() }).loose()),
  people: z.array(z.object({ id: z.number(), uid: z.string() }).loose()),
});

const fileIn = (stateDir: string) => join(stateDir, 'align.json');

/**
 * The parts kept in the folder by an earlier run, or undefined when there are none.
 * @throws {Error} when the file is there but cannot be used
 */
export function readSnapshot(stateDir: string, fresh: WorldParts): WorldParts | undefined {
  const file = fileIn(stateDir);
  if (!existsSync(file)) return undefined;
  try {
    const kept = snapshotSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return {
      ...fresh,
      items: kept.items as unknown as AlignItem[],
      lastIds: kept.lastIds,
      audit: new AuditLog(kept.audit as unknown as AuditEntry[]),
      tokens: new Tokens(kept.tokens as unknown as Token[]),
      people: new People(kept.people as unknown as Person[]),
    };
  } catch (error) {
    throw new Error(
      `${file} cannot be read. Start with --reset to throw the sandbox's state away.`,
      { cause: error },
    );
  }
}

/** Keeps the folder's file up to date with the world. Returns how to write the last state and stop. */
export function keepSnapshot(stateDir: string, world: AlignWorld): () => void {
  mkdirSync(stateDir, { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    const file = fileIn(stateDir);
    writeFileSync(`${file}.new`, JSON.stringify(world.toJSON()));
    renameSync(`${file}.new`, file);
  };
  const forget = world.onChange(() => {
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  return () => {
    forget();
    clearTimeout(timer);
    write();
  };
}
