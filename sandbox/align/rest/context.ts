import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { AlignShapes } from '../shapes';
import type { AlignWorld } from '../world/world';

/** What every REST handler works with. */
export interface Rest {
  world: AlignWorld;
  /** Read at each request, so that a test may switch a shape while the stand-in runs. */
  shapes: AlignShapes;
}

/** Types of the Hono application that serves the REST API. */
export interface RestEnv {
  Bindings: HttpBindings;
  Variables: {
    /** Person whose token the request carries. */
    uid: string;
  };
}

export type RestContext = Context<RestEnv>;
