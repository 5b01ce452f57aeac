import { badField } from '../world/errors';
import type { PersonInput } from '../world/person-input';

/**
 * What a form says of an issue's fields; those it does not hold stay as they are.
 * @throws {JiraError} 400 when a number is none
 */
export function formInput(form: Record<string, unknown>): PersonInput {
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : undefined);
  const input: PersonInput = {};
  const orNull = (value: string | undefined) => (value === '' ? null : value);
  for (const name of ['assignee', 'reporter', 'parent', 'duedate'] as const) {
    const value = orNull(text(name));
    if (value !== undefined) input[name] = value;
  }
  for (const name of ['summary', 'type', 'priority'] as const) {
    const value = text(name);
    if (value !== undefined) input[name] = value;
  }
  if (typeof form.description === 'string') {
    // Browsers send line breaks as CRLF.
    input.description = form.description.replace(/\r\n/g, '\n');
  }
  const labels = text('labels');
  if (labels !== undefined) input.labels = labels.split(/[\s,]+/).filter(Boolean);
  const points = text('points');
  if (points !== undefined) input.points = pointsOf(points);
  return input;
}

function pointsOf(text: string): number | null {
  if (text === '') return null;
  const points = Number(text);
  if (Number.isNaN(points)) throw badField('points', 'Story points must be a number.');
  return points;
}
