import type { Actor, HistoryRow } from '../../../src/contract';
import { Fact, Facts } from '../components/facts';
import { Moment } from '../components/when';
import { useText } from '../texts/use-text';
import { usePersonName } from './use-person-name';

/** Who made the change, as whom it was written, and why the app looked. */
export function EntryFacts({ entry }: { entry: HistoryRow }) {
  const text = useText();
  const person = usePersonName(entry);
  const { writtenAs, hint } = entry;
  const inSide = ({ side }: Actor, name: string) =>
    text('history.detail.inSide', { name, side: text(`side.${side}`) });
  return (
    <Facts>
      <Fact name={text('history.detail.person')}>
        {entry.person === null ? person : inSide(entry.person, person)}
      </Fact>
      {writtenAs !== null && (
        <Fact name={text('history.detail.writtenAs')}>{inSide(writtenAs, writtenAs.name)}</Fact>
      )}
      {entry.outcome !== 'setting-changed' && (
        <Fact name={text('history.detail.hint')}>
          {text(`hint.${hint.source}`)}, <Moment at={hint.at} />
        </Fact>
      )}
    </Facts>
  );
}
