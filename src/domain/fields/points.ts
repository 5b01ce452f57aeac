import type { ProjectMapping } from '../../contract/mapping';
import { stamp, type Stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

const pointStamp = (value: number | null): Stamp =>
  stamp(value === null ? '' : String(value), value === null ? null : String(value));

const fieldId = (mapping: ProjectMapping): string | null => mapping.jiraFields.points ?? null;

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** Points are whole numbers in Align's feature type; a story's or defect's may be fractions. */
export const points: FieldCodec<number | null, number | null> = {
  name: 'points',
  jira: {
    read: (issue, mapping) => numberIn(issue.fields[fieldId(mapping) ?? '']),
    stamp: pointStamp,
    fieldId,
    payload: (value) => value,
    changeIds: (mapping) => [fieldId(mapping) ?? []].flat(),
  },
  align: {
    read: (item) => item.points,
    stamp: pointStamp,
    property: 'points',
  },
  // Align sends 0 where no points were given on some types, so 0 and nothing are one value.
  equal: (jira, align) => (jira ?? 0) === (align ?? 0),
  toAlign: (jira, _current, { alignType }) => {
    if (jira !== null && alignType === 'feature' && !Number.isInteger(jira)) {
      return refused(
        'POINTS_NOT_WHOLE',
        `Jira Align takes whole points on a feature; Jira has ${jira}.`,
        'Round the points in Jira.',
      );
    }
    return converted(jira);
  },
  toJira: (align) => converted(align),
};
