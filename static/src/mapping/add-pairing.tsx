import Button from '@atlaskit/button/new';
import { useState } from 'react';
import {
  kindInJira,
  MOST_PAIRINGS,
  type AlignCustomFieldOption,
  type CustomFieldOptions,
  type JiraFieldOption,
} from '../../../src/contract';
import form from '../components/pair-form.module.css';
import { useAnnounce } from '../platform/announcer';
import { useText } from '../texts/use-text';
import { CustomFieldChoice } from './custom-field-choice';
import { freeAlignFields, freeJiraFields } from './free-fields';
import styles from './mapping.module.css';
import type { SectionProps } from './section';

interface AddPairingProps extends Pick<SectionProps, 'draft' | 'options' | 'change'> {
  custom: CustomFieldOptions | undefined;
  /** Of the first text box. */
  inputId: string;
}

const NONE: CustomFieldOptions = { alignFields: [], unlisted: [], jiraOptions: {} };

/** Pairs a field of each side. Once one is chosen, only fields of its kind are offered for the other. */
export function AddPairing({ draft, options, change, custom, inputId }: AddPairingProps) {
  const text = useText();
  const announce = useAnnounce();
  const [jira, setJira] = useState<JiraFieldOption | null>(null);
  const [align, setAlign] = useState<AlignCustomFieldOption | null>(null);
  const [isMissing, setMissing] = useState(false);
  if (draft.customFields.length >= MOST_PAIRINGS) {
    return <p className={styles.note}>{text('mapping.custom.full', { most: MOST_PAIRINGS })}</p>;
  }
  const add = () => {
    if (jira === null || align === null) return setMissing(true);
    change({ step: 'addPairing', jira, align, unlisted: custom?.unlisted ?? [] });
    announce(text('mapping.custom.added', { jira: jira.name, align: align.name }));
    setJira(null);
    setAlign(null);
  };
  return (
    <div>
      <div className={form.form}>
        <CustomFieldChoice
          inputId={inputId}
          side="jira"
          fields={freeJiraFields(draft, options, align)}
          kindOf={({ kind }) => kindInJira(kind)}
          value={jira}
          onChange={(field) => {
            setJira(field);
            setMissing(false);
          }}
        />
        <CustomFieldChoice
          inputId={`${inputId}-align`}
          side="align"
          fields={freeAlignFields(draft, custom ?? NONE, jira)}
          kindOf={({ kind }) => kind}
          value={align}
          isLoading={custom === undefined}
          onChange={(field) => {
            setAlign(field);
            setMissing(false);
          }}
        />
        <Button onClick={add}>{text('mapping.custom.add')}</Button>
      </div>
      {isMissing && (
        <p className={form.missing} role="alert">
          {text('mapping.custom.missing')}
        </p>
      )}
    </div>
  );
}
