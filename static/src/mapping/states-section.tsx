import { useText } from '../texts/use-text';
import { usedAlignTypes } from './draft';
import { ResolvedOptions } from './resolved-options';
import { Section, type SectionProps } from './section';
import { TypeStates } from './type-states';

/** How statuses and states correspond, one part for each Align type in use. */
export function StatesSection(props: SectionProps) {
  const text = useText();
  const types = usedAlignTypes(props.draft);
  return (
    <Section title={text('mapping.states')} help={text('mapping.states.help')}>
      {types.length === 0 ? (
        <p>{text('mapping.states.none')}</p>
      ) : (
        <div>
          {types.map((type, index) => (
            <TypeStates key={type} {...props} alignType={type} isOpenAtFirst={index === 0} />
          ))}
        </div>
      )}
      <ResolvedOptions draft={props.draft} change={props.change} />
    </Section>
  );
}
