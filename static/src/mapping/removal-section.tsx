import { WhenIssueDeleted, WhenItemRemoved } from '../../../src/contract';
import labels from '../components/label.module.css';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import { statusesOf, usedAlignTypes } from './draft';
import styles from './mapping.module.css';
import { Section, type SectionProps } from './section';

/** So many percent of a project's pairs may be removed within an hour before the app asks. */
const SHARES = [0.05, 0.1, 0.25, 0.5, 1] as const;

/** What a removal on one side does on the other, and how many at once are asked about. */
export function RemovalSection({ draft, options, findings, change }: SectionProps) {
  const text = useText();
  const statuses = new Map(
    usedAlignTypes(draft)
      .flatMap((type) => statusesOf(draft, type, options))
      .map(({ id, name }) => [id, { value: id, label: name }]),
  );
  const shares = SHARES.map((value) => ({
    value,
    label: text(value === 1 ? 'mapping.removal.guard.off' : 'mapping.removal.guard.share', {
      share: value,
    }),
  }));
  return (
    <Section
      title={text('mapping.removal')}
      help={text('mapping.removal.help')}
      findings={findings.filter(({ section }) => section === 'removal')}
    >
      <div className={styles.single}>
        <span className={labels.label}>{text('mapping.removal.item')}</span>
        <Choice
          label={text('mapping.removal.item')}
          options={WhenItemRemoved.options.map((value) => ({
            value,
            label: text(`mapping.removal.item.${value}`),
          }))}
          value={draft.whenItemRemoved}
          onChange={(value) => change({ step: 'removal', policy: { whenItemRemoved: value } })}
        />
      </div>
      {draft.whenItemRemoved === 'transition' && (
        <div className={styles.single}>
          <span className={labels.label}>{text('mapping.removal.status')}</span>
          <Choice
            label={text('mapping.removal.status')}
            options={[...statuses.values()]}
            value={draft.removedStatusId}
            onChange={(value) => change({ step: 'removal', policy: { removedStatusId: value } })}
          />
        </div>
      )}
      <div className={styles.single}>
        <span className={labels.label}>{text('mapping.removal.issue')}</span>
        <Choice
          label={text('mapping.removal.issue')}
          options={WhenIssueDeleted.options.map((value) => ({
            value,
            label: text(`mapping.removal.issue.${value}`),
          }))}
          value={draft.whenIssueDeleted}
          onChange={(value) => change({ step: 'removal', policy: { whenIssueDeleted: value } })}
        />
      </div>
      <div className={styles.single}>
        <span className={labels.label}>{text('mapping.removal.guard')}</span>
        <Choice
          label={text('mapping.removal.guard')}
          options={shares}
          value={shares.find(({ value }) => value === draft.guardShare)?.value ?? null}
          onChange={(value) => change({ step: 'removal', policy: { guardShare: value } })}
        />
      </div>
    </Section>
  );
}
