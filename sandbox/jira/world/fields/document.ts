import { documentText } from '../../adf/to-text';
import type { AdfDocument } from '../../adf/document';
import { documentProblems, looksLikeDocument } from '../../adf/validate';
import { badField } from '../errors';
import type { FieldKind } from './kind';

const MAX_CHARACTERS = 32_767;

/** A rich text field: REST v3 takes and gives documents of the Atlassian Document Format. */
export const documentKind: FieldKind = {
  operations: ['set'],
  parse(input, field) {
    if (input === null) return null;
    if (!looksLikeDocument(input)) {
      throw badField(
        field.id,
        'Operation value must be an Atlassian Document (see the Atlassian Document Format)',
      );
    }
    // Jira does not say which node it refuses; the sandbox logs it so that a person can find it.
    const problems = documentProblems(input);
    if (problems.length > 0) {
      console.warn(`[jira] ${field.id} refused: ${problems.slice(0, 3).join('; ')}`);
      throw badField(field.id, 'INVALID_INPUT');
    }
    const document = structuredClone(input) as AdfDocument;
    if (documentText(document).length > MAX_CHARACTERS) {
      throw badField(
        field.id,
        'The entered text is too long. It exceeds the allowed limit of 32,767 characters.',
      );
    }
    return document.content.length > 0 ? document : null;
  },
  history: (value) => ({ id: null, text: value ? documentText(value as AdfDocument) : null }),
};
