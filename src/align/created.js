import { UnavailableError } from '../domain/errors';
import { isItem } from './item-schema';
export function createdId(answer) {
  const { body, location } = answer;
  if (isItem(body)) return Number(body.id);
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
