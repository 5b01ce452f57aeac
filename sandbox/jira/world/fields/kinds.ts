import { dateKind } from './date';
import type { FieldKindName } from './definition';
import { documentKind } from './document';
import { issueTypeKind } from './issue-type';
import type { FieldKind } from './kind';
import { labelsKind } from './labels';
import { numberKind } from './number';
import { optionKind, optionsKind } from './option';
import { parentKind } from './parent';
import { priorityKind } from './priority';
import { sprintKind } from './sprint';
import { teamKind } from './team';
import { summaryKind, textKind } from './text';
import { urlKind } from './url';
import { userKind } from './user';
import { versionsKind } from './versions';

export const FIELD_KINDS: Readonly<Record<FieldKindName, FieldKind>> = {
  summary: summaryKind,
  document: documentKind,
  text: textKind,
  url: urlKind,
  number: numberKind,
  date: dateKind,
  labels: labelsKind,
  priority: priorityKind,
  user: userKind,
  parent: parentKind,
  issuetype: issueTypeKind,
  option: optionKind,
  options: optionsKind,
  versions: versionsKind,
  sprint: sprintKind,
  team: teamKind,
};
