import type { CustomFieldMapping } from '../../../contract/mapping';
import type { Stamp } from '../../stamp';
import type { Conversion, FieldContext } from '../codec';

/** A field's context together with the pairing that the field is. */
export interface CustomContext extends FieldContext {
  readonly pairing: CustomFieldMapping;
}

/** The rules of one kind of custom field, see `FieldCodec`. `J` and `A` are its value in Jira and in Align. */
export interface CustomKind<J, A> {
  readonly holdsPerson?: true;
  readonly jira: {
    /** From the value as Jira's REST API answers it; null or undefined for none. */
    read(raw: unknown): J;
    stamp(value: J): Stamp;
    payload(value: J): unknown;
  };
  readonly align: {
    /** From the entries that Align has for the field; none when it was never set. */
    read(values: readonly unknown[]): A;
    stamp(value: A): Stamp;
  };
  equal(jira: J, align: A, context: CustomContext): boolean;
  toAlign(jira: J, current: A | null, context: CustomContext): Conversion<A>;
  toJira(align: A, current: J | null, context: CustomContext): Conversion<J>;
}
