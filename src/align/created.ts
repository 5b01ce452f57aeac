import { UnavailableError } from '../domain/errors';
import { isItem } from './item-schema';
import type { AlignAnswer } from './request';

/**
 * The id of a new item. What a creation answers is disputed: the whole item, a bare id as a number or as text, or an
 * empty body with the address in `Location`. All four are read.
 * @throws UnavailableError with an unknown effect when none is found: the item exists, but which it is must be searched
 */
export function createdId(answer: AlignAnswer): number {
  const { body, location } = answer;
  if (isItem(body)) return Number((body as { id: number | string }).id);
  if (typeof body === 'number' && Number.isInteger(body)) return body;
  if (typeof body === 'string' && /^\d+$/.test(body)) return Number(body);
  const fromLocation = /\/(\d+)\/?$/.exec(location ?? '');
  if (fromLocation?.[1] !== undefined) return Number(fromLocation[1]);
  throw new UnavailableError(
    'align',
    {
      code: 'ALIGN_CREATED_UNNAMED',
      message: 'Jira Align created the item but did not say which one it is.',
      remedy: 'Nothing to do: the app searches for the item in a moment.',
    },
    true,
  );
}
