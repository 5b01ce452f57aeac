import { ConnectionInput } from '../../../src/contract';
import type { CallFailed } from '../platform/call';
import type { TextId } from '../texts/en';

/** The fields of the form, by the dotted paths of the contract's input. */
export const FORM_FIELDS = ['site', 'auth.email', 'auth.token'] as const;
export type FormFieldName = (typeof FORM_FIELDS)[number];

/** What the person typed. */
export interface ConnectionDraft {
  site: string;
  kind: 'personal' | 'atlassian';
  email: string;
  token: string;
}

const REQUIRED: Record<FormFieldName, TextId> = {
  site: 'connection.site.required',
  'auth.email': 'connection.email.required',
  'auth.token': 'connection.token.required',
};

/** The call's input for a draft. The e-mail address goes along only with the kind of token that needs it. */
export function toInput({ site, kind, email, token }: ConnectionDraft): ConnectionInput {
  return { site, auth: kind === 'personal' ? { kind, token } : { kind, email, token } };
}

/** The text to show at each field that the contract refuses. Empty when the draft can be sent. */
export function checkDraft(draft: ConnectionDraft): Partial<Record<FormFieldName, TextId>> {
  const errors: Partial<Record<FormFieldName, TextId>> = {};
  const parsed = ConnectionInput.safeParse(toInput(draft));
  for (const issue of parsed.success ? [] : parsed.error.issues) {
    const name = asFormField(issue.path.join('.'));
    if (name) errors[name] ??= REQUIRED[name];
  }
  if (draft.kind === 'atlassian' && !draft.email.includes('@')) {
    errors['auth.email'] = 'connection.email.required';
  }
  return errors;
}

/** The field a failed call blames, when the form has it. */
export function blamedField(failure: Pick<CallFailed, 'field'>): FormFieldName | undefined {
  return failure.field === undefined ? undefined : asFormField(failure.field);
}

function asFormField(path: string): FormFieldName | undefined {
  return FORM_FIELDS.find((name) => name === path);
}
