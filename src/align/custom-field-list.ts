import * as z from 'zod/mini';
import type { AlignCustomFieldPort } from '../domain/ports/align-custom-fields';
import { customFieldsIn } from './custom-field-meta';
import { notAlign } from './errors';
import { withQuery } from './odata';
import { SHAPES } from './properties';
import { callAlign, type AlignClient } from './request';

const Items = z.array(z.object({ id: z.int() }));

/** Answers of a site that does not let the account ask, or has no such request. */
const NOT_TOLD: readonly number[] = [400, 403, 404, 405];

/** The custom fields of a type. Align tells them of an item only, so any one of the type is asked about. */
export function customFieldList(client: AlignClient): AlignCustomFieldPort {
  return {
    async listCustomFields(type) {
      const { collection } = SHAPES[type];
      const first = await callAlign(client, {
        path: withQuery(collection, { top: 1 }),
        allow: NOT_TOLD,
      });
      if (first.status >= 400) return { why: whyOf(first.status) };
      const items = Items.safeParse(first.body);
      if (!items.success) throw notAlign(client.site, 'GET', 'it is not a list', items.error);
      const [item] = items.data;
      if (item === undefined) return { why: 'no-item' };
      const meta = await callAlign(client, {
        path: `${collection}/${item.id}/editmeta`,
        allow: NOT_TOLD,
      });
      return meta.status >= 400
        ? { why: whyOf(meta.status) }
        : { fields: customFieldsIn(meta.body) };
    },
  };
}

const whyOf = (status: number) => (status === 403 ? 'not-allowed' : 'not-offered');
