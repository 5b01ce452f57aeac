/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { FieldProblem } from '../world/refusal';

/** What every field of a form has. */
export interface FieldProps {
  name: string;
  label: string;
  problems?: readonly FieldProblem[];
  children?: Child;
}

/** Label, input and what is wrong with it. */
export function Field({ name, label, problems, children }: FieldProps) {
  const problem = problems?.find(({ field }) => field === name);
  return (
    <div class="field" data-live={`field-${name}`} data-field={name}>
      <label for={`field-${name}`}>{label}</label>
      {children}
      <p class="field-problem" id={`problem-${name}`} data-problem hidden={!problem}>
        {problem?.message}
      </p>
      <p class="field-note" data-note hidden />
    </div>
  );
}

/** One line of text; numbers too, so that what is not one can be answered with words. */
export function TextField(
  props: FieldProps & { value: unknown; numeric?: boolean; hint?: string; type?: 'date' },
) {
  const { name, value, numeric, hint, type } = props;
  return (
    <Field {...props}>
      <input
        id={`field-${name}`}
        name={name}
        type={type}
        value={value == null ? '' : String(value)}
        inputmode={numeric ? 'decimal' : undefined}
        placeholder={hint}
        autocomplete="off"
        aria-describedby={`problem-${name}`}
      />
    </Field>
  );
}

/** A choice; `none` is the words for no choice, absent when there must be one. */
export function ChoiceField(
  props: FieldProps & { value: unknown; options: [string, string][]; none?: string },
) {
  const { name, value, options, none } = props;
  const chosen = value == null ? '' : String(value);
  const isKnown = chosen === '' || options.some(([key]) => key === chosen);
  return (
    <Field {...props}>
      <select id={`field-${name}`} name={name} aria-describedby={`problem-${name}`}>
        {none !== undefined && <option value="">{none}</option>}
        {!isKnown && (
          <option value={chosen} selected>
            {chosen}
          </option>
        )}
        {options.map(([key, text]) => (
          <option value={key} selected={key === chosen}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
