import type { AlignType } from '../contract/common';
import type { AlignItem } from '../domain/align-item';
import { ALIGN_TYPES } from '../domain/align-type';
import { RejectedError } from '../domain/errors';
import type { AlignPort, AlignTwinPort, NewAlignItem } from '../domain/ports/align';
import { createdId } from './created';
import { customValues, newCustomFields } from './custom-fields';
import { notAlign } from './errors';
import { isItem, parseItem } from './item-schema';
import { anyOf, text, time, withQuery, type Query } from './odata';
import { SHAPES, wireValues } from './properties';
import { callAlign, type AlignAnswer, type AlignClient } from './request';
import { updateItem } from './update';

/** The largest page that Align gives. */
const PAGE = 100;

type Items = Pick<
  AlignPort,
  'readItem' | 'createItem' | 'updateItem' | 'listItems' | 'findCreated'
> &
  AlignTwinPort;

export function items(client: AlignClient): Items {
  return {
    async readItem(ref) {
      const answer = await callAlign(client, {
        path: `${SHAPES[ref.type].collection}/${ref.id}`,
        allow: [404],
      });
      return answer.status === 404 ? null : itemIn(client, ref.type, answer.body);
    },

    async createItem(type, item) {
      const { answer, linkSent } = await post(client, type, newItemBody(type, item));
      const id = createdId(answer);
      const created = isItem(answer.body) ? itemIn(client, type, answer.body) : null;
      const answered = created?.links?.some(({ url }) => url === item.link?.url) ?? null;
      return { id, item: created, linkKept: linkSent ? answered : false };
    },

    updateItem: (item, values) => updateItem(client, item, values),

    async listItems(query) {
      const { program } = SHAPES[query.type];
      const filter = [
        ...(program !== null && query.programIds.length > 0
          ? [anyOf(program, query.programIds)]
          : []),
        ...(query.changedSince === undefined ? [] : [changedSince(query.changedSince)]),
        ...(query.ids === undefined ? [] : [anyOf('id', query.ids)]),
        ...(query.afterId === undefined ? [] : [`id gt ${query.afterId}`]),
      ];
      return list(client, query.type, {
        filter,
        top: query.top,
        ...(query.skip === undefined ? {} : { skip: query.skip }),
      });
    },

    async findCreated({ type, title, createdBy, since }) {
      const filter = [
        ...(title === undefined ? [] : [`title eq ${text(title)}`]),
        `createDate ge ${time(since)}`,
      ];
      const found: AlignItem[] = [];
      for (let afterId = 0; ;) {
        const after = afterId === 0 ? [] : [`id gt ${afterId}`];
        const page = await list(client, type, { filter: [...filter, ...after], top: PAGE });
        found.push(...page);
        afterId = page[page.length - 1]?.id ?? 0;
        if (page.length < PAGE || title !== undefined) break;
      }
      // The account is compared here, not in the filter: whether a filter may name it is not verified.
      return found.filter((item) => item.createdBy === null || item.createdBy === createdBy);
    },

    async findByTitle(type, title) {
      return list(client, type, { filter: [`title eq ${text(title)}`], top: PAGE });
    },

    // Whether a filter may name the property is not verified against a live site.
    async findByExternalKey(type, key) {
      return list(client, type, { filter: [`externalKey eq ${text(key)}`], top: PAGE });
    },
  };
}

/** A new item often has no `lastUpdatedDate` until its first update, so its creation counts as well. */
function changedSince(iso: string): string {
  return `(lastUpdatedDate ge ${time(iso)} or createDate ge ${time(iso)})`;
}

async function list(
  client: AlignClient,
  type: AlignType,
  query: Omit<Query, 'orderby'>,
): Promise<AlignItem[]> {
  const path = withQuery(SHAPES[type].collection, { ...query, orderby: 'id' });
  const { body } = await callAlign(client, { path });
  if (!Array.isArray(body)) throw notAlign(client.site, 'GET', 'it is not a list');
  return body.map((row: unknown) => itemIn(client, type, row));
}

function itemIn(client: AlignClient, type: AlignType, body: unknown): AlignItem {
  try {
    return parseItem(type, body);
  } catch (cause) {
    throw notAlign(client.site, 'GET', 'it is not a work item', cause);
  }
}

/** What Align demands of a new item of a type although Jira has nothing like it (a site may demand more). */
function demanded(type: AlignType, issueKey: string): Record<string, unknown> {
  if (type === 'epic') return { type: 1 };
  if (type === 'defect') {
    return { priority: 3, severity: 3, stepsToReproduce: `See ${issueKey} in Jira.` };
  }
  if (type === 'task') return { effortHours: 0 };
  return {};
}

function newItemBody(type: AlignType, item: NewAlignItem): Record<string, unknown> {
  const { program } = SHAPES[type];
  const custom = customValues(item.values);
  return {
    ...demanded(type, item.issueKey),
    ...wireValues(type, item.values),
    ...(custom.size === 0 ? {} : { customFields: newCustomFields(custom) }),
    ...(program === null ? {} : { [program]: item.programId }),
    ...(ALIGN_TYPES[type].links && item.link !== null
      ? { links: [{ name: item.link.name, link: item.link.url }] }
      : {}),
  };
}

/**
 * Two things about a creation are disputed and settled by trying: whether `links` may be given, and whether a
 * feature's program is called `primaryProgramId` or `programId`. A refusal created nothing, so trying again is safe.
 */
async function post(
  client: AlignClient,
  type: AlignType,
  body: Record<string, unknown>,
): Promise<{ answer: AlignAnswer; linkSent: boolean }> {
  let content: Record<string, unknown> = body;
  for (;;) {
    try {
      const { collection } = SHAPES[type];
      const answer = await callAlign(client, { path: collection, method: 'POST', body: content });
      return { answer, linkSent: 'links' in content };
    } catch (error) {
      const other = error instanceof RejectedError ? otherForm(content, error) : null;
      if (other === null) throw error;
      content = other;
    }
  }
}

/** Another form of a refused creation, or null when what was refused has only one form. */
function otherForm(
  body: Record<string, unknown>,
  error: RejectedError,
): Record<string, unknown> | null {
  const said = `${error.said} ${Object.keys(error.fieldErrors).join(' ')}`.trim();
  // A refusal without a word is first laid to the links, which an item can do without.
  const mayBeProgram = said === '' ? !('links' in body) : /program/i.test(said);
  if ('primaryProgramId' in body && mayBeProgram) {
    const { primaryProgramId, ...rest } = body;
    return { ...rest, programId: primaryProgramId };
  }
  if ('links' in body && (said === '' || /link/i.test(said))) {
    const { links, ...rest } = body;
    return rest;
  }
  return null;
}
