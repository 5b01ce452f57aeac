import type { AlignRef } from '../domain/align-item';
import { SHAPES } from './properties';
import { callAlign, type AlignClient } from './request';

/** One operation of a JSON Patch (RFC 6902). */
export interface PatchOperation {
  op: string;
  path: string;
  value?: unknown;
}

/**
 * Changes an item by JSON Patch. Published clients send it as `application/json`; that a site may demand the
 * standard's own type is not verified, so a site that refuses the first (415) is given the second.
 */
export async function patchItem(
  client: AlignClient,
  ref: AlignRef,
  body: readonly PatchOperation[],
): Promise<void> {
  const call = {
    path: `${SHAPES[ref.type].collection}/${ref.id}`,
    method: 'PATCH',
    body,
  } as const;
  const { status } = await callAlign(client, { ...call, allow: [415] });
  if (status === 415) {
    await callAlign(client, { ...call, contentType: 'application/json-patch+json' });
  }
}
