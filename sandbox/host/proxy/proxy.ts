import type { HostLog } from '../host-log';
import type { Invocations, RunningInvocation } from '../invocations';
import { answerKvs, type kvsOperations } from '../kvs/wire';
import { answerQueue, type QueueDoorOptions } from '../queue/wire';
import { DOOR_HEADERS, type ForgeFetchMeta } from '../runner/messages';
import type { UsageMeter } from '../usage';
import { json, proxyError } from './answers';
import type { Egress } from './egress';
import { requestJira, type ProductDoorOptions } from './product';

export interface ProxyOptions {
  invocations: Invocations;
  usage: UsageMeter;
  log: HostLog;
  kvs: ReturnType<typeof kvsOperations>;
  queue: QueueDoorOptions;
  egress: Egress;
  product: ProductDoorOptions;
}

/**
 * The one door: every call that the app makes through an @forge package, and every external fetch,
 * comes here. A call that the host does not know is answered 501 and logged; it never seems to work.
 */
export async function answerProxy(options: ProxyOptions, request: Request): Promise<Response> {
  const token = (request.headers.get(DOOR_HEADERS.token) ?? '').replace(/^Bearer /, '');
  const path = decodeURIComponent(request.headers.get(DOOR_HEADERS.target) ?? '');
  const meta = JSON.parse(
    decodeURIComponent(request.headers.get(DOOR_HEADERS.meta) ?? '{}'),
  ) as ForgeFetchMeta;
  const invocation = options.invocations.byToken(token);
  if (!invocation) {
    options.log.loud(
      `${meta.type} ${path} was called after its invocation had ended: a promise was not awaited`,
    );
    return proxyError(401, 'INVOCATION_ENDED');
  }
  const answer = await dispatch(options, request, meta, path, invocation);
  if (answer) return answer;
  const call = `${JSON.stringify(meta)} ${request.method} ${path}`;
  options.log.loud(
    `${invocation.seed.functionKey} made a call that the host does not know: ${call}`,
  );
  return json(501, { code: 'NOT_IMPLEMENTED', message: `The Forge host does not know ${call}` });
}

async function dispatch(
  { usage, ...options }: ProxyOptions,
  request: Request,
  meta: ForgeFetchMeta,
  path: string,
  invocation: RunningInvocation,
): Promise<Response | undefined> {
  if (meta.type === 'egress') {
    usage.egressRequest(invocation.usage);
    return options.egress.send(request, path);
  }
  if (meta.type === 'kvs') {
    const body: unknown = await request.json();
    const answer = answerKvs(options.kvs, path, body, usage.kvs(invocation.usage));
    return answer && json(answer.status, answer.body);
  }
  if (meta.type === 'fpp' && meta.remote === 'jira') {
    usage.jiraRequest(invocation.usage);
    return requestJira(options.product, request, meta, path, invocation.seed);
  }
  if (meta.type === 'fpp' && meta.remote === 'stargate' && path.startsWith('/webhook/queue/')) {
    const answer = answerQueue(options.queue, path, await request.json());
    return answer && json(answer.status, answer.body);
  }
  return undefined;
}
