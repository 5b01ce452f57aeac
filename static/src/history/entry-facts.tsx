import type { HistoryRow } from '../../../src/contract';
import { Fact, Facts } from '../components/facts';
import { Moment } from '../components/when';
import { useText } from '../texts/use-text';
import { Direction } from './direction';
import styles from './entry-detail.module.css';
import { usePersonName } from './use-person-name';

/** Who, when, why and at what cost. */
export function EntryFacts({ entry }: { entry: HistoryRow }) {
  const text = useText();
  const person = usePersonName(entry);
  const { writtenAs, hint, requests } = entry;
  const isOfPair = entry.outcome !== 'setting-changed';
  return (
    <div>
      <h3 className={styles.subtitle}>{text('history.detail.facts')}</h3>
      <Facts>
        <Fact name={text('history.detail.when')}>
          <Moment at={entry.at} long />
        </Fact>
        <Fact name={text('history.detail.person')}>
          {entry.person === null
            ? person
            : text('history.detail.inSide', {
                name: person,
                side: text(`side.${entry.person.side}`),
              })}
        </Fact>
        {writtenAs !== null && (
          <Fact name={text('history.detail.writtenAs')}>
            {text('history.detail.inSide', {
              name: writtenAs.name,
              side: text(`side.${writtenAs.side}`),
            })}
          </Fact>
        )}
        <Fact name={text('history.detail.direction')}>
          <Direction direction={entry.direction} />
        </Fact>
        {isOfPair && (
          <Fact name={text('history.detail.hint')}>
            {text(`hint.${hint.source}`)}, <Moment at={hint.at} />
          </Fact>
        )}
        <Fact name={text('history.detail.duration')}>
          {text('history.detail.ms', { ms: entry.durationMs })}
        </Fact>
        <Fact name={text('history.detail.requests')}>
          {text('history.detail.requests.value', {
            jira: requests.jira,
            points: requests.jiraPoints,
            align: requests.align,
          })}
        </Fact>
        <Fact name={text('history.detail.code')}>
          <code className={styles.code}>{entry.code}</code>
        </Fact>
        {isOfPair && <Fact name={text('history.detail.sequence')}>{entry.sequence}</Fact>}
      </Facts>
    </div>
  );
}
