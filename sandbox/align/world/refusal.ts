/** One thing wrong with one property. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** The world does not accept a change. REST answers it as a 400, a page shows it at the field. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly problems: readonly FieldProblem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
}

/** There is no such item. */
export class NoSuchItem extends Error {
  override readonly name = 'NoSuchItem';
}
