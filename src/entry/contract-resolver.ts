import Resolver from '@forge/resolver';
import type * as z from 'zod/mini';
import type { CallError, Envelope } from '../contract';
import { faultPlace } from '../usecases/fault-place';
import { DeniedError, type Authorise, type Caller } from './authorise';
import { callError } from './call-error';
import { compose, type Composition } from './composition';

type Calls = Readonly<Record<string, { input: z.ZodMiniType; output: z.ZodMiniType }>>;

/** One handler a call: parsed input in, output out. */
export type Handlers<C extends Calls> = {
  readonly [K in keyof C]: (call: {
    input: z.output<C[K]['input']>;
    caller: Caller;
    deps: Composition;
  }) => Promise<z.input<C[K]['output']>>;
};

/**
 * A resolver function for one surface. Every call is authorised first, then parsed; what goes out is cut to what the
 * contract names, so that nothing else leaves the back end.
 */
export function contractResolver<C extends Calls>(
  contract: C,
  authorise: Authorise,
  handlers: Handlers<C>,
) {
  const resolver = new Resolver();
  for (const [key, call] of Object.entries(contract)) {
    const handle = handlers[key as keyof C] as Handlers<Calls>[string];
    resolver.define(key, async ({ payload, context }): Promise<Envelope<unknown>> => {
      const deps = compose();
      try {
        const caller = await authorise(deps, context);
        const input = call.input.safeParse(payload ?? {});
        if (!input.success) return { ok: false, error: invalid(input.error.issues) };
        const output = await handle({ input: input.data, caller, deps });
        return { ok: true, data: call.output.parse(output) };
      } catch (error) {
        return { ok: false, error: failed(deps, key, error) };
      }
    });
  }
  return resolver.getDefinitions();
}

function failed(deps: Composition, call: string, error: unknown): CallError {
  if (error instanceof DeniedError) {
    deps.log('warn', 'call-denied', { call });
    return FORBIDDEN;
  }
  const answer = callError(error);
  const detail = answer.code === 'INTERNAL' && error instanceof Error ? faultPlace(error) : null;
  deps.log(answer.code === 'INTERNAL' ? 'error' : 'info', 'call-failed', {
    call,
    code: answer.code,
    detail,
  });
  return answer;
}

const FORBIDDEN: Readonly<CallError> = {
  code: 'FORBIDDEN',
  message: 'You do not have the permission that this page needs.',
  remedy: 'Ask a Jira admin, or for a project page an admin of the project, to give it to you.',
};

function invalid(issues: readonly { path: PropertyKey[] }[]): CallError {
  const field = issues[0]?.path.map(String).join('.') ?? '';
  return {
    code: 'INVALID_INPUT',
    message: field === '' ? 'The input is not valid.' : `The value of ${field} is not valid.`,
    remedy: 'Correct the value and try again.',
    ...(field === '' ? {} : { field }),
  };
}
