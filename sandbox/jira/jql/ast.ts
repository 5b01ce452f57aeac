export type Operator =
  '=' | '!=' | '>' | '>=' | '<' | '<=' | '~' | '!~' | 'in' | 'not in' | 'is' | 'is not';

/** A value as written: a word or text, a number, `EMPTY`, or a function such as `now()`. */
export type Operand =
  | { kind: 'text'; text: string }
  | { kind: 'empty' }
  | { kind: 'call'; name: string; args: string[] };

export interface FieldRef {
  /** Lower-case name, `cf[10016]` or a custom field's name. */
  name: string;
  /** Set for `issue.property[key].path`. */
  property?: { key: string; path: string[] };
}

export type Condition =
  | { kind: 'and' | 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'clause'; field: FieldRef; operator: Operator; operands: Operand[] };

export interface Ordering {
  field: FieldRef;
  descending: boolean;
}

export interface Query {
  where?: Condition;
  orderBy: Ordering[];
}
