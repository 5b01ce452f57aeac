import type { AlignType } from '../../../src/contract';
import { useText } from '../texts/use-text';
import { statusesOf } from './draft';
import { FindingList } from './finding-list';
import { Fold } from './fold';
import styles from './mapping.module.css';
import type { SectionProps } from './section';
import { StateColumn } from './state-column';

interface TypeStatesProps extends SectionProps {
  alignType: AlignType;
  isOpenAtFirst: boolean;
}

const NONE = '';

/** The two directions of one Align type's states, folded until they are asked for or something is wrong. */
export function TypeStates(props: TypeStatesProps) {
  const { draft, options, findings, change, alignType, isOpenAtFirst } = props;
  const text = useText();
  const own = findings.filter((finding) => finding.alignType === alignType);
  const statuses = statusesOf(draft, alignType, options);
  const states = options.alignStates[alignType];
  const mapping = draft.states[alignType] ?? { toAlign: {}, toJira: {} };
  const type = text(`alignType.${alignType}`);
  const keep = { value: NONE, label: text('mapping.states.keep') };
  return (
    <Fold
      title={type}
      note={
        own.length > 0
          ? text('mapping.states.warnings', { count: own.length })
          : text('mapping.states.count', { statuses: statuses.length, states: states.length })
      }
      isOpenAtFirst={isOpenAtFirst || own.length > 0}
    >
      <div className={styles.columns}>
        <StateColumn
          title={text('mapping.states.toAlign')}
          from={text('mapping.states.status')}
          to={text('mapping.states.state')}
          rows={statuses.map(({ id, name }) => ({
            key: id,
            name,
            label: text('mapping.states.toAlign.choice', { type, name }),
            value: String(mapping.toAlign[id] ?? NONE),
          }))}
          choices={[keep, ...states.map((s) => ({ value: String(s.value), label: s.name }))]}
          onChange={(statusId, value) =>
            change({
              step: 'toAlign',
              alignType,
              statusId,
              state: value === NONE ? null : Number(value),
            })
          }
        />
        <StateColumn
          title={text('mapping.states.toJira')}
          from={text('mapping.states.state')}
          to={text('mapping.states.status')}
          rows={states.map(({ value, name }) => ({
            key: String(value),
            name,
            label: text('mapping.states.toJira.choice', { type, name }),
            value: mapping.toJira[String(value)] ?? NONE,
          }))}
          choices={[keep, ...statuses.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(state, value) =>
            change({
              step: 'toJira',
              alignType,
              state: Number(state),
              statusId: value === NONE ? null : value,
            })
          }
        />
      </div>
      <FindingList findings={own} />
    </Fold>
  );
}
