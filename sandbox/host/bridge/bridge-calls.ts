import { z } from 'zod';
import type { HostLog } from '../host-log';
import type { Manifest, UiModule } from '../manifest';
import type { InvokeResolver } from '../resolvers';
import { fullContext } from './context';
import { fetchProduct } from './fetch-product';

const bridgeCall = z.object({
  op: z.string(),
  mount: z.object({
    moduleKey: z.string(),
    accountId: z.string(),
    colorMode: z.enum(['light', 'dark']).default('light'),
    locale: z.string().default('en-US'),
    extension: z.record(z.string(), z.unknown()).default({}),
  }),
  payload: z.unknown().optional(),
});
type BridgeCall = z.output<typeof bridgeCall>;

const invokePayload = z.object({
  functionKey: z.string(),
  payload: z.unknown().optional(),
  metadata: z.unknown().optional(),
  invokeType: z
    .undefined({ error: 'The sandbox has no remotes and no container services.' })
    .optional(),
});

export interface BridgeOptions {
  manifest: Manifest;
  jiraUrl: string;
  /** Origin that serves the app's pages. */
  uiUrl: string;
  /** External origins and the local servers that stand for them. */
  standIns: Record<string, string>;
  invokeResolver: InvokeResolver;
  log: HostLog;
}

/** `{ok}` or `{error}`, with the status that goes with it. */
export interface BridgeAnswer {
  status: 200 | 400 | 501;
  body: { ok: unknown } | { error: { name: string; message: string } };
}

/**
 * Answers the page, which acts for the app's frame. The person is who the page says: the sandbox is
 * not a security boundary (see MountOptions).
 */
export async function answerBridge(options: BridgeOptions, call: unknown): Promise<BridgeAnswer> {
  try {
    const { op, mount, payload } = bridgeCall.parse(call);
    const operation = OPERATIONS[op];
    if (!operation) {
      options.log.loud(`the app's page used ${op}, a bridge operation that the sandbox lacks`);
      return failure(501, 'BridgeAPIError', `The sandbox does not support the operation ${op}.`);
    }
    return { status: 200, body: { ok: (await operation(options, mount, payload)) ?? null } };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return failure(400, name, message);
  }
}

type Operation = (options: BridgeOptions, mount: BridgeCall['mount'], payload: unknown) => unknown;

const OPERATIONS: Record<string, Operation | undefined> = {
  mount({ manifest, jiraUrl, uiUrl }, mount) {
    const module = shownModule(manifest, mount.moduleKey);
    return {
      context: fullContext(manifest, module, jiraUrl, mount),
      resourceUrl: `${uiUrl}/ui/${module.resource}/index.html`,
      title: module.title ?? module.key,
    };
  },
  async invoke({ invokeResolver }, { moduleKey, ...as }, payload) {
    const { functionKey, payload: argument, metadata } = invokePayload.parse(payload);
    const body = await invokeResolver(moduleKey, functionKey, argument, as);
    return metadata ? { body, metadata: {} } : body;
  },
  fetchProduct: ({ jiraUrl }, { accountId }, payload) => fetchProduct(jiraUrl, accountId, payload),
};

function shownModule(manifest: Manifest, moduleKey: string): UiModule {
  const module = manifest.uiModules.get(moduleKey);
  if (module?.resource !== undefined && manifest.resources.has(module.resource)) return module;
  throw new Error(`manifest.yml declares no module ${moduleKey} with a resource.`);
}

function failure(status: 400 | 501, name: string, message: string): BridgeAnswer {
  return { status, body: { error: { name, message } } };
}
