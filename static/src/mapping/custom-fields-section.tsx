import { useId } from 'react';
import { Failure } from '../components/failure';
import { useAnnounce } from '../platform/announcer';
import { useText } from '../texts/use-text';
import { AddPairing } from './add-pairing';
import styles from './mapping.module.css';
import { PairingTable } from './pairing-table';
import { PairingValues } from './pairing-values';
import { Section, type SectionProps } from './section';
import { UnlistedTypes } from './unlisted-types';
import type { CustomFieldsState } from './use-custom-fields';

interface CustomFieldsSectionProps extends SectionProps {
  custom: CustomFieldsState;
}

/** Which custom fields of both sides are kept in step. */
export function CustomFieldsSection({ custom, ...section }: CustomFieldsSectionProps) {
  const { draft, options, findings, change } = section;
  const text = useText();
  const announce = useAnnounce();
  const id = useId();
  const { data } = custom;
  const isEmpty = draft.customFields.length === 0;
  return (
    <Section
      title={text('mapping.custom')}
      help={text('mapping.custom.help')}
      findings={findings.filter((finding) => finding.section === 'customFields')}
    >
      {isEmpty ? (
        <p className={styles.note}>{text('mapping.custom.empty')}</p>
      ) : (
        <PairingTable
          draft={draft}
          options={options}
          custom={data}
          change={change}
          onRemoved={(name) => {
            announce(text('mapping.custom.removed', { name }));
            document.getElementById(id)?.focus();
          }}
        />
      )}
      {custom.isError ? (
        <Failure
          error={custom.error}
          title={text('mapping.custom.failed')}
          onRetry={() => void custom.refetch()}
        />
      ) : (
        <AddPairing draft={draft} options={options} custom={data} change={change} inputId={id} />
      )}
      {data && <UnlistedTypes unlisted={data.unlisted} />}
      {!isEmpty && (
        <div className={styles.folds}>
          <PairingValues draft={draft} custom={data} change={change} />
        </div>
      )}
    </Section>
  );
}
