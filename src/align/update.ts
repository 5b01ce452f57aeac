import type { AlignType } from '../contract/common';
import type { AlignItem } from '../domain/align-item';
import { RejectedError } from '../domain/errors';
import type { AlignValues } from '../domain/ports/align';
import { customNamed, customOperations, customValues } from './custom-fields';
import { patchItem } from './patch';
import { SHAPES, wireValues } from './properties';
import type { AlignClient } from './request';

/**
 * Writes values with one request. Where it is not known in which form a site takes a custom field, the next form is
 * tried when one is refused: a refusal has changed nothing.
 * @throws RejectedError with its fields under the app's own names
 */
export async function updateItem(
  client: AlignClient,
  item: AlignItem,
  values: AlignValues,
): Promise<void> {
  const custom = customValues(values);
  const system = Object.entries(wireValues(item.type, values)).map(([name, value]) => ({
    op: 'replace',
    path: `/${name}`,
    value,
  }));
  const forms = [...custom].map(([name, value]) => customOperations(item, name, value));
  const last = Math.max(1, ...forms.map(({ length }) => length)) - 1;
  for (let form = 0; ; form += 1) {
    const own = forms.flatMap((operations) => operations[form] ?? operations.slice(-1));
    try {
      return await patchItem(client, item, [...system, ...own]);
    } catch (error) {
      if (!(error instanceof RejectedError)) throw error;
      const refused = inOwnNames(item.type, error, custom.keys());
      if (form === last || blamesOthers(refused)) throw refused;
    }
  }
}

/** Another field is at fault, so another form of a custom one would not help. */
function blamesOthers({ fieldErrors }: RejectedError): boolean {
  const named = Object.keys(fieldErrors);
  return named.length > 0 && !named.some((name) => name.startsWith('custom:'));
}

/** The same refusal with its fields under the app's names; a field that is none of them keeps Align's. */
function inOwnNames(
  type: AlignType,
  error: RejectedError,
  custom: Iterable<string>,
): RejectedError {
  const own = new Map(
    Object.entries(SHAPES[type].properties).map(([property, name]) => [
      name.toLowerCase(),
      property,
    ]),
  );
  const names = [...custom];
  const fields = Object.entries(error.fieldErrors).map(([name, said]) => {
    const bare = name.replace(/^[/$.]+/, '');
    const named = customNamed(bare, names);
    return [named === undefined ? (own.get(bare.toLowerCase()) ?? bare) : `custom:${named}`, said];
  });
  const { code, message, remedy, said } = error;
  return new RejectedError('align', { code, message, remedy }, Object.fromEntries(fields), said);
}
