import Button from '@atlaskit/button/new';
import Toggle from '@atlaskit/toggle';
import { useId, useState } from 'react';
import type { MappingOptions, ProjectMapping } from '../../../src/contract';
import { ConfirmDialog } from '../components/confirm-dialog';
import { Failure } from '../components/failure';
import { asCallFailed } from '../platform/call';
import { useText } from '../texts/use-text';
import { CreateSection } from './create-section';
import { CustomFieldsSection } from './custom-fields-section';
import { FieldsSection } from './fields-section';
import { ImportConnector } from './import-connector';
import styles from './mapping.module.css';
import { ProgramSection } from './program-section';
import { RemovalSection } from './removal-section';
import { StatesSection } from './states-section';
import { TypesSection } from './types-section';
import { useMappingForm } from './use-mapping-form';

interface MappingFormProps {
  options: MappingOptions;
  /** The mapping as stored, or as the server suggests for a project that has none. */
  initial: ProjectMapping;
  onClose: () => void;
  onSaved: (saved: ProjectMapping) => void;
  onReload: () => void;
}

/** Edits one mapping from top to bottom: program, types, states, fields, custom fields, new items. */
export function MappingForm(props: MappingFormProps) {
  const { options, initial, onClose, onSaved, onReload } = props;
  const text = useText();
  const id = useId();
  const [isLeaving, setLeaving] = useState(false);
  const form = useMappingForm(options, initial, onSaved);
  const { draft, findings, change, save } = form;
  const isStale = save.isError && asCallFailed(save.error).code === 'CONFLICT';
  const section = { draft, options, findings, change };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.hasErrors) save.mutate();
      }}
    >
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>
            {text(options.saved ? 'mapping.title.edit' : 'mapping.title.new', {
              name: draft.projectName,
              key: draft.projectKey,
            })}
          </h2>
          <p className={styles.help}>
            {text(options.saved ? 'mapping.intro.edit' : 'mapping.intro.new')}
          </p>
        </div>
        <span className={styles.switch}>
          <label htmlFor={id}>{text('mapping.enabled')}</label>
          <Toggle
            id={id}
            isChecked={draft.enabled}
            onChange={(event) => change({ step: 'enabled', on: event.currentTarget.checked })}
          />
        </span>
      </div>
      <ImportConnector draft={draft} isDirty={form.isDirty} change={change} />
      <ProgramSection {...section} />
      <TypesSection {...section} />
      <StatesSection {...section} />
      <FieldsSection {...section} />
      <CustomFieldsSection {...section} custom={form.custom} />
      <CreateSection {...section} />
      <RemovalSection {...section} />
      {save.isError && (
        <Failure
          error={save.error}
          title={text('mapping.save.failed')}
          {...(isStale && { onRetry: onReload })}
        />
      )}
      <div className={styles.footer}>
        <p className={styles.footerNote} aria-live="polite">
          {form.hasErrors ? text('mapping.fixFirst') : form.isDirty ? text('mapping.unsaved') : ''}
        </p>
        <Button
          appearance="subtle"
          onClick={() => (form.isDirty ? setLeaving(true) : onClose())}
          isDisabled={save.isPending}
        >
          {text('common.cancel')}
        </Button>
        <Button
          type="submit"
          appearance="primary"
          isLoading={save.isPending}
          isDisabled={form.hasErrors}
        >
          {text('mapping.save')}
        </Button>
      </div>
      {isLeaving && (
        <ConfirmDialog
          title={text('mapping.leave.title')}
          body={text('mapping.leave.body')}
          confirm={text('mapping.leave.confirm')}
          onConfirm={onClose}
          onCancel={() => setLeaving(false)}
        />
      )}
    </form>
  );
}
