import { dateKind } from './date';
import type { FieldKindName } from './definition';
import { documentKind } from './document';
import { issueTypeKind } from './issue-type';
import type { FieldKind } from './kind';
import { labelsKind } from './labels';
import { numberKind } from './number';
import { parentKind } from './parent';
import { priorityKind } from './priority';
import { summaryKind, textKind } from './text';
import { userKind } from './user';

export const FIELD_KINDS: Readonly<Record<FieldKindName, FieldKind>> = {
  summary: summaryKind,
  document: documentKind,
  text: textKind,
  number: numberKind,
  date: dateKind,
  labels: labelsKind,
  priority: priorityKind,
  user: userKind,
  parent: parentKind,
  issuetype: issueTypeKind,
};
