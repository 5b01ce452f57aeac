import type { AlignType } from '../contract/common';
import type {
  AlignCustomFieldOption,
  CustomFieldOptions,
  CustomFieldQuery,
} from '../contract/custom-fields';
import { allOf } from '../domain/all-of';
import type {
  AlignCustomFieldInfo,
  AlignCustomFieldPort,
} from '../domain/ports/align-custom-fields';
import type { Connection } from '../domain/settings';
import type { Dependencies } from './dependencies';
import { requireConnection } from './sync-context';

export interface CustomFieldDependencies extends Pick<Dependencies, 'settings' | 'jira'> {
  readonly alignCustomFields: (connection: Connection) => Promise<AlignCustomFieldPort>;
}

/** What an admin can pair of custom fields: two requests for each Align type, one for each issue type. */
export async function listCustomFields(
  { settings, jira, alignCustomFields }: CustomFieldDependencies,
  { projectId, issueTypeIds, alignTypes }: CustomFieldQuery,
): Promise<CustomFieldOptions> {
  const align = await alignCustomFields(await requireConnection({ settings }));
  const [lists, screens] = await allOf([
    allOf(
      [...new Set(alignTypes)].map(async (alignType) => ({
        alignType,
        list: await align.listCustomFields(alignType),
      })),
    ),
    allOf(
      [...new Set(issueTypeIds)].map((issueTypeId) =>
        jira.screenChoices({ projectId, issueTypeId }),
      ),
    ),
  ]);
  return {
    alignFields: eachOnce(
      lists.flatMap(({ alignType, list }) =>
        'fields' in list ? list.fields.map((field) => ({ alignType, field })) : [],
      ),
    ),
    unlisted: lists.flatMap(({ alignType, list }) =>
      'why' in list ? [{ alignType, why: list.why }] : [],
    ),
    jiraOptions: optionsByField(screens),
  };
}

/** A field that several types have is one field. */
function eachOnce(
  found: readonly { alignType: AlignType; field: AlignCustomFieldInfo }[],
): AlignCustomFieldOption[] {
  const fields = new Map<string, AlignCustomFieldOption>();
  for (const { alignType, field } of found) {
    const known = fields.get(field.id) ?? { ...field, alignTypes: [], options: [] };
    fields.set(field.id, {
      ...known,
      alignTypes: [...known.alignTypes, alignType],
      options: [...new Set([...known.options, ...field.options])],
    });
  }
  return [...fields.values()].sort((a, b) => a.name.localeCompare(b.name));
}

type Screen = Awaited<ReturnType<Dependencies['jira']['screenChoices']>>;

function optionsByField(screens: readonly Screen[]): CustomFieldOptions['jiraOptions'] {
  const options: Record<string, string[]> = {};
  for (const [id, choices] of screens.flatMap((screen) => [...screen])) {
    if (!id.startsWith('customfield_') || choices.length === 0) continue;
    options[id] = [...new Set([...(options[id] ?? []), ...choices.map(({ name }) => name)])];
  }
  return options;
}
