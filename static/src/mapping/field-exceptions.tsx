import Button, { IconButton } from '@atlaskit/button/new';
import CrossIcon from '@atlaskit/icon/core/cross';
import type { AlignType, FieldRule, SystemField } from '../../../src/contract';
import { Table } from '../components/table';
import { useText } from '../texts/use-text';
import { Choice } from './choice';
import { usedAlignTypes } from './draft';
import { Fold } from './fold';
import styles from './mapping.module.css';
import { DirectionChoice, PolicyChoice } from './rule-choice';
import type { SectionProps } from './section';

interface Exception {
  alignType: AlignType;
  field: SystemField;
  rule: FieldRule;
}

/** Rules that hold for one Align type only. */
export function FieldExceptions({ draft, options, change }: SectionProps) {
  const text = useText();
  const types = usedAlignTypes(draft);
  const all = types.flatMap((alignType) =>
    options.alignFields[alignType].map((field) => ({ alignType, field })),
  );
  const rows = all.flatMap(({ alignType, field }): Exception[] => {
    const rule = draft.typeFields[alignType]?.[field];
    return rule === undefined ? [] : [{ alignType, field, rule }];
  });
  const isTaken = (alignType: AlignType, field: SystemField) =>
    draft.typeFields[alignType]?.[field] !== undefined;
  const free = all.find(({ alignType, field }) => !isTaken(alignType, field));
  const put = ({ alignType, field }: Omit<Exception, 'rule'>, rule: FieldRule | null) =>
    change({ step: 'typeField', alignType, field, rule });
  const move = (from: Exception, to: Omit<Exception, 'rule'>) => {
    put(from, null);
    put(to, from.rule);
  };
  const choices = <V extends string>(values: readonly V[], label: (value: V) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <Fold
      title={text('mapping.exceptions')}
      note={text('mapping.exceptions.count', { count: rows.length })}
    >
      <p className={styles.help}>{text('mapping.exceptions.help')}</p>
      {rows.length > 0 && (
        <Table
          caption={text('mapping.exceptions')}
          className={styles.listed}
          columns={(['type', 'field', 'direction', 'policy'] as const).map((key) => ({
            key,
            title: text(key === 'type' ? 'mapping.exceptions.type' : `mapping.fields.${key}`),
          }))}
          hasActions
        >
          {rows.map((row, at) => {
            const { alignType, field, rule } = row;
            const name = `${text(`alignType.${alignType}`)}: ${text(`field.${field}`)}`;
            const ofRule = {
              name,
              rule,
              onChange: (changed: Partial<FieldRule>) => put(row, { ...rule, ...changed }),
            };
            return (
              <tr key={`${alignType} ${field}`}>
                <td>
                  <Choice
                    label={text('mapping.exceptions.type.choice', { row: at + 1 })}
                    options={choices(
                      types.filter(
                        (type) =>
                          type === alignType ||
                          (options.alignFields[type].includes(field) && !isTaken(type, field)),
                      ),
                      (type) => text(`alignType.${type}`),
                    )}
                    value={alignType}
                    onChange={(type) => move(row, { alignType: type, field })}
                  />
                </td>
                <td>
                  <Choice
                    label={text('mapping.exceptions.field.choice', { row: at + 1 })}
                    options={choices(
                      options.alignFields[alignType].filter(
                        (other) => other === field || !isTaken(alignType, other),
                      ),
                      (other) => text(`field.${other}`),
                    )}
                    value={field}
                    onChange={(other) => move(row, { alignType, field: other })}
                  />
                </td>
                <td>
                  <DirectionChoice {...ofRule} />
                </td>
                <td>
                  <PolicyChoice {...ofRule} />
                </td>
                <td>
                  <IconButton
                    appearance="subtle"
                    spacing="compact"
                    icon={CrossIcon}
                    label={text('mapping.exceptions.remove', { name })}
                    onClick={() => put(row, null)}
                  />
                </td>
              </tr>
            );
          })}
        </Table>
      )}
      <div>
        <Button
          spacing="compact"
          isDisabled={free === undefined}
          onClick={() => {
            if (free !== undefined) put(free, draft.fields[free.field]);
          }}
        >
          {text('mapping.exceptions.add')}
        </Button>
      </div>
    </Fold>
  );
}
