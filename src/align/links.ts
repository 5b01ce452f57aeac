import type { AlignPort } from '../domain/ports/align';
import { patchItem } from './patch';
import type { AlignClient } from './request';

/**
 * The `links` of an item, by JSON Patch. That the schema has them is known; whether a site takes them is not verified,
 * so the callers of these degrade to an item without a link.
 */
export function itemLinks(client: AlignClient): Pick<AlignPort, 'addLink' | 'removeLink'> {
  return {
    async addLink(item, link) {
      const entry = { name: link.name, link: link.url };
      // The end of a list that is null does not exist as a path: the list itself is set then.
      const operation =
        item.links === null || item.links.length === 0
          ? { op: 'add', path: '/links', value: [entry] }
          : { op: 'add', path: '/links/-', value: entry };
      await patchItem(client, item, [operation]);
    },
    async removeLink(item, url) {
      // From the end, so that the places of the others stay. An answer that was lost may have left the link twice.
      const places = (item.links ?? []).flatMap((link, at) => (link.url === url ? [at] : []));
      if (places.length === 0) return;
      const body = places.reverse().map((at) => ({ op: 'remove', path: `/links/${at}` }));
      await patchItem(client, item, body);
    },
  };
}
