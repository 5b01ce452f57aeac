import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { TextId } from './en';

export type TextValues = Record<string, string | number>;

/** Gives a function that fills in a text of the catalogue. */
export function useText(): (id: TextId, values?: TextValues) => string {
  const intl = useIntl();
  return useCallback((id, values) => intl.formatMessage({ id }, values), [intl]);
}
