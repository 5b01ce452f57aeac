/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { AdfDocument } from '../../adf/document';
import { RenderedDocument } from '../../adf/render';
import { toMarkdown } from '../../adf/to-markdown';
import { Icon } from '../parts/icons';
import type { IssueProps } from './issue-props';

/** The description as people read it, and as Markdown while it is edited. */
export function Description({ issue, editable }: IssueProps) {
  const document = issue.values.description as AdfDocument | null;
  const { markdown, kept } = toMarkdown(document);
  return (
    <section class="block" aria-labelledby="description" data-region="description" data-inline-edit>
      <div class="block-head">
        <h2 id="description">Description</h2>
        {editable ? (
          <button type="button" class="icon-button" aria-label="Edit description" data-edit>
            <Icon name="edit" />
          </button>
        ) : null}
      </div>
      <div class="inline-view description-view">
        {document ? (
          <RenderedDocument document={document} />
        ) : (
          <p class="subtle">{editable ? 'Add a description…' : 'No description'}</p>
        )}
      </div>
      {editable ? (
        <DescriptionForm issueKey={issue.key} markdown={markdown} keeps={kept.length > 0} />
      ) : null}
    </section>
  );
}

interface FormProps {
  issueKey: string;
  markdown: string;
  /** Whether parts of the text are placeholders. */
  keeps: boolean;
}

function DescriptionForm({ issueKey, markdown, keeps }: FormProps) {
  return (
    <form
      class="inline-form stacked-form"
      method="post"
      action={`/browse/${issueKey}/edit`}
      data-live
      hidden
    >
      <textarea
        name="description"
        rows={14}
        aria-label="Description"
        aria-describedby="description-help"
      >
        {markdown}
      </textarea>
      <p class="subtle small help" id="description-help">
        Markdown: # heading, - list, 1. list, **bold**, *italic*, `code`, [text](link), tables.
        {keeps ? ' Parts in ⟦brackets⟧ have no spelling here and are kept as they are.' : ''}
      </p>
      <p class="field-error" role="alert" data-error hidden></p>
      <div class="form-actions start">
        <button type="submit" class="button primary">
          Save
        </button>
        <button type="button" class="button subtle" data-cancel>
          Cancel
        </button>
      </div>
    </form>
  );
}
