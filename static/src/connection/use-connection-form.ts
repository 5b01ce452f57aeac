import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectionTest, ConnectionView } from '../../../src/contract';
import { failureText } from '../components/failure-text';
import { asCallFailed, call, type CallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import {
  blamedField,
  checkDraft,
  FORM_FIELDS,
  toInput,
  type ConnectionDraft,
  type FormFieldName,
} from './form-errors';

type FieldErrors = Partial<Record<FormFieldName, string>>;

/** State of the connection form. The token lives here while it is typed and is gone once it is saved. */
export function useConnectionForm(
  current: ConnectionView,
  onSaved: (view: ConnectionView) => void,
  focusField: (name: FormFieldName) => void,
) {
  const text = useText();
  const [draft, setDraft] = useState<ConnectionDraft>({
    site: current.site ?? '',
    kind: current.authKind ?? 'personal',
    email: current.email ?? '',
    token: '',
  });
  const [errors, setErrors] = useState<FieldErrors>({});
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const [tested, setTested] = useState<ConnectionTest | null>(null);

  const begin = () => {
    setFailure(null);
    setTested(null);
    const found = checkDraft(draft);
    setErrors(
      Object.fromEntries(
        Object.entries(found).map(([name, id]) => [name, text(id)]),
      ) as FieldErrors,
    );
    const first = FORM_FIELDS.find((name) => found[name] !== undefined);
    if (first) focusField(first);
    return first === undefined;
  };
  const onError = (error: unknown) => {
    const failed = asCallFailed(error);
    const name = blamedField(failed);
    if (!name) return setFailure(failed);
    const { message, remedy } = failureText(failed, text);
    setErrors({ [name]: `${message} ${remedy}`.trim() });
    focusField(name);
  };
  const test = useMutation({
    mutationFn: () => call('testConnection', toInput(draft)),
    gcTime: 0,
    onSuccess: setTested,
    onError,
  });
  const save = useMutation({
    mutationFn: () => call('saveConnection', toInput(draft)),
    gcTime: 0,
    onSuccess: (view) => {
      setDraft((last) => ({ ...last, token: '' }));
      onSaved(view);
    },
    onError,
  });
  return {
    draft,
    errors,
    failure,
    tested,
    isTesting: test.isPending,
    isSaving: save.isPending,
    change: (part: Partial<ConnectionDraft>) => {
      setDraft((last) => ({ ...last, ...part }));
      setErrors({});
      setTested(null);
    },
    test: () => begin() && test.mutate(),
    save: () => begin() && save.mutate(),
  };
}
