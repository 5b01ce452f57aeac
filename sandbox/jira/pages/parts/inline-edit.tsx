/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import { Icon } from './icons';

interface InlineEditProps {
  /** Name of the field as people know it. */
  label: string;
  /** Where the form is posted. */
  action: string;
  /** What is shown until somebody edits. */
  view: unknown;
  /** For people who may not edit. */
  readOnly?: boolean;
  large?: boolean;
}

/**
 * A value that turns into a form when it is pressed. Without scripts the form is simply there.
 * The children are the form's fields.
 */
export function InlineEdit(props: PropsWithChildren<InlineEditProps>) {
  const { label, action, view, readOnly, large, children } = props;
  if (readOnly) return <div class="inline-read">{view}</div>;
  return (
    <div class={`inline-edit${large ? ' large' : ''}`} data-inline-edit>
      <button type="button" class="inline-view" data-edit>
        {view}
        <span class="visually-hidden">, edit {label}</span>
      </button>
      <form class="inline-form" method="post" action={action} data-live hidden>
        {children}
        <p class="field-error" role="alert" data-error hidden></p>
        <div class="inline-actions">
          <button type="submit" class="icon-button raised" aria-label={`Save ${label}`}>
            <Icon name="check" />
          </button>
          <button
            type="button"
            class="icon-button raised"
            aria-label={`Cancel editing ${label}`}
            data-cancel
          >
            <Icon name="close" />
          </button>
        </div>
      </form>
    </div>
  );
}
