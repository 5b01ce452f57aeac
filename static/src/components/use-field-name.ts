import { isCustom, type FieldChange } from '../../../src/contract';
import { useText } from '../texts/use-text';

/** What a changed field is called: a custom field by the name that the mapping gave it. */
export function useFieldName(): (change: Pick<FieldChange, 'field' | 'name'>) => string {
  const text = useText();
  return ({ field, name }) => (isCustom(field) ? (name ?? field) : text(`field.${field}`));
}
