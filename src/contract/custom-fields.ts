import * as z from 'zod/mini';
import { AlignFieldId, AlignType, JiraId } from './common';
import { CustomFieldKind, type JiraFieldKind } from './mapping';

/** What the custom fields of a project and its program can be paired from. */
export const CustomFieldQuery = z.object({
  projectId: JiraId,
  issueTypeIds: z.array(JiraId).check(z.maxLength(50)),
  alignTypes: z.array(AlignType),
});
export type CustomFieldQuery = z.infer<typeof CustomFieldQuery>;

/** A custom field of Jira Align that a mapping may pair, with the types that have it. */
export const AlignCustomFieldOption = z.object({
  id: AlignFieldId,
  name: z.string(),
  kind: CustomFieldKind,
  alignTypes: z.array(AlignType),
  /** Names of what a field of choices can hold; empty when Jira Align does not say. */
  options: z.array(z.string()),
});
export type AlignCustomFieldOption = z.infer<typeof AlignCustomFieldOption>;

/** Why the custom fields of a type are not known: Jira Align tells them of an item only. */
export const WhyUnlisted = z.enum(['no-item', 'not-allowed', 'not-offered']);
export type WhyUnlisted = z.infer<typeof WhyUnlisted>;

/** What an admin can pair of custom fields. */
export const CustomFieldOptions = z.object({
  alignFields: z.array(AlignCustomFieldOption),
  unlisted: z.array(z.object({ alignType: AlignType, why: WhyUnlisted })),
  /** By Jira field id: names of what the field can hold, as far as the screen of a new issue says. */
  jiraOptions: z.record(z.string(), z.array(z.string())),
});
export type CustomFieldOptions = z.infer<typeof CustomFieldOptions>;

/** Fields of which kinds make a pairing of which kind. A check box is one of several in Jira. */
const MADE_OF: Readonly<
  Record<CustomFieldKind, { jira: readonly JiraFieldKind[]; align: readonly CustomFieldKind[] }>
> = {
  text: { jira: ['text'], align: ['text', 'paragraph'] },
  paragraph: { jira: ['paragraph'], align: ['text', 'paragraph'] },
  number: { jira: ['number'], align: ['number'] },
  date: { jira: ['date'], align: ['date'] },
  choice: { jira: ['select'], align: ['choice'] },
  choices: { jira: ['multi-select', 'flag'], align: ['choices'] },
  user: { jira: ['user'], align: ['user'] },
};

/** The kind of pairing that a Jira field can be in, whatever is on the other side; null for none. */
export function kindInJira(jira: JiraFieldKind): CustomFieldKind | null {
  return CustomFieldKind.options.find((kind) => MADE_OF[kind].jira.includes(jira)) ?? null;
}

/** The kind of pairing that the two fields make, or null when they do not fit. */
export function pairingKind(jira: JiraFieldKind, align: CustomFieldKind): CustomFieldKind | null {
  const kind = kindInJira(jira);
  return kind !== null && MADE_OF[kind].align.includes(align) ? kind : null;
}
