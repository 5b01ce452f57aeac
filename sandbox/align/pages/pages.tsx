/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { Hono } from 'hono';
import type { AlignWorld } from '../world/world';
export interface Site {
  world: AlignWorld;
  jiraUrl: () => string | undefined;
}
export function pages(_site: Site): Hono {
  return new Hono();
}
