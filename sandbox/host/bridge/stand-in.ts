/**
 * A convenience of the sandbox that Forge does not have: a link to an external site that a local
 * server stands for opens that server, so that a person can follow it. The app and its pages know the
 * real address only. Shared by both browser scripts.
 */
declare const STAND_INS: Record<string, string>;

/** Where an address leads in the sandbox; undefined when nothing stands for its origin. */
export function standInOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { origin, pathname, search, hash } = new URL(address);
  const local = Object.hasOwn(STAND_INS, origin) ? STAND_INS[origin] : undefined;
  return local === undefined ? undefined : new URL(`${pathname}${search}${hash}`, local).href;
}
