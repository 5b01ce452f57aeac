import Button from '@atlaskit/button/new';
import { RadioGroup } from '@atlaskit/radio';
import { useId, useRef } from 'react';
import type { ConnectionView } from '../../../src/contract';
import { Card } from '../components/card';
import { Failure } from '../components/failure';
import labels from '../components/label.module.css';
import { useText } from '../texts/use-text';
import styles from './connection.module.css';
import { TestResult } from './test-result';
import { TextFormField } from './text-form-field';
import { useConnectionForm } from './use-connection-form';

interface ConnectionFormProps {
  current: ConnectionView;
  onSaved: (view: ConnectionView) => void;
  onCancel?: () => void;
}

const KINDS = ['personal', 'atlassian'] as const;

/** Asks for the Align site and the token, and says as whom Align will record changes before it is saved. */
export function ConnectionForm({ current, onSaved, onCancel }: ConnectionFormProps) {
  const text = useText();
  const kindId = useId();
  const element = useRef<HTMLFormElement>(null);
  // The field is drawn as invalid first, so that its error is read together with it.
  const form = useConnectionForm(current, onSaved, (name) =>
    requestAnimationFrame(() =>
      element.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.focus(),
    ),
  );
  const { draft, errors } = form;
  const isBusy = form.isTesting || form.isSaving;
  return (
    <Card title={text(onCancel ? 'connection.replace.title' : 'connection.form.title')}>
      <form
        ref={element}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        <p className={styles.intro}>{text('connection.form.intro')}</p>
        {form.failure && <Failure error={form.failure} />}
        <TextFormField
          name="site"
          label={text('connection.site')}
          help={text('connection.site.help')}
          error={errors.site}
          value={draft.site}
          placeholder={text('connection.site.example')}
          onChange={(site) => form.change({ site })}
        />
        <div>
          <span id={kindId} className={labels.label}>
            {text('connection.kind')}
          </span>
          <RadioGroup
            aria-labelledby={kindId}
            name="auth.kind"
            value={draft.kind}
            options={KINDS.map((kind) => ({
              name: 'auth.kind',
              value: kind,
              label: text(`connection.kind.${kind}`),
            }))}
            onChange={(event) =>
              form.change({
                kind: KINDS.find((kind) => kind === event.currentTarget.value) ?? 'personal',
              })
            }
          />
        </div>
        {draft.kind === 'atlassian' && (
          <TextFormField
            name="auth.email"
            type="email"
            label={text('connection.email')}
            help={text('connection.email.help')}
            error={errors['auth.email']}
            value={draft.email}
            onChange={(email) => form.change({ email })}
          />
        )}
        <TextFormField
          name="auth.token"
          type="password"
          label={text('connection.token')}
          help={text(`connection.token.help.${draft.kind}`)}
          error={errors['auth.token']}
          value={draft.token}
          onChange={(token) => form.change({ token })}
        />
        <div aria-live="polite" className={styles.result}>
          {form.tested && <TestResult tested={form.tested} />}
        </div>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" isLoading={form.isSaving} isDisabled={isBusy}>
            {text('common.save')}
          </Button>
          <Button onClick={form.test} isLoading={form.isTesting} isDisabled={isBusy}>
            {text('connection.test')}
          </Button>
          {onCancel && (
            <Button appearance="subtle" onClick={onCancel} isDisabled={isBusy}>
              {text('common.cancel')}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
