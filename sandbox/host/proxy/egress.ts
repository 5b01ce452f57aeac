import { EgressFilteringService } from '@forge/egress';
import { z } from 'zod';
import { DOOR_HEADERS } from '../runner/messages';
import { forward, networkErrorCode } from './forward';

const backEndAddresses = z.object({
  fetch: z
    .object({
      backend: z
        .array(z.union([z.string(), z.object({ address: z.string() }).transform((e) => e.address)]))
        .default([]),
    })
    .default({ backend: [] }),
});

/**
 * External requests of the app. The allow-list is `permissions.external.fetch.backend` of the
 * manifest, matched by @forge/egress itself; https only. An allowed origin goes to the local server
 * that `map` gives it, with the real host in `x-original-host`; one that `map` does not know fails
 * as an unknown host name does.
 */
export class Egress {
  private readonly filter: EgressFilteringService;
  private readonly targets: Map<string, string>;

  constructor(external: Record<string, unknown>, map: Record<string, string>) {
    const parsed = backEndAddresses.safeParse(external);
    if (!parsed.success) {
      throw new Error(`permissions.external.fetch.backend: ${z.prettifyError(parsed.error)}`);
    }
    this.filter = new EgressFilteringService(parsed.data.fetch.backend);
    this.targets = new Map(Object.entries(map).map(([from, to]) => [new URL(from).origin, to]));
  }

  isAllowed(url: URL): boolean {
    return url.protocol === 'https:' && this.filter.isValidUrl(url.href);
  }

  /** Answers one external request; a network failure is told in a header of the door. */
  async send(request: Request, target: string): Promise<Response> {
    const url = new URL(target);
    if (!this.isAllowed(url)) {
      return new Response(null, { status: 403, headers: { [DOOR_HEADERS.egressRefused]: '1' } });
    }
    const local = this.targets.get(url.origin);
    if (local === undefined) return unreachable('ENOTFOUND');
    try {
      const localUrl = new URL(`${url.pathname}${url.search}`, local);
      return await forward(request, localUrl, { 'x-original-host': url.host });
    } catch (error) {
      return unreachable(networkErrorCode(error));
    }
  }
}

function unreachable(code: string): Response {
  return new Response(null, { status: 502, headers: { [DOOR_HEADERS.networkError]: code } });
}
