import { SHAPES } from './properties';
import { callAlign } from './request';
export function itemLinks(client) {
  return {
    async addLink(item, link) {
      const entry = { name: link.name, link: link.url };
      const operation =
        item.links === null || item.links.length === 0
          ? { op: 'add', path: '/links', value: [entry] }
          : { op: 'add', path: '/links/-', value: entry };
      await callAlign(client, {
        path: `${SHAPES[item.type].collection}/${item.id}`,
        method: 'PATCH',
        body: [operation],
      });
    },
    async removeLink(item, url) {
      const at = (item.links ?? []).findIndex((link) => link.url === url);
      if (at < 0) return;
      await callAlign(client, {
        path: `${SHAPES[item.type].collection}/${item.id}`,
        method: 'PATCH',
        body: [{ op: 'remove', path: `/links/${at}` }],
      });
    },
  };
}
