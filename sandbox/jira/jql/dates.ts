import { badRequest } from '../world/errors';
import type { Operand } from './ast';

const MINUTE = 60_000;
const UNITS: Record<string, number> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 1_440 * MINUTE,
  w: 10_080 * MINUTE,
};

/**
 * The moment a date operand means, in epoch milliseconds. JQL knows dates to the minute, and
 * relative ones (`-15m`, `-1d`). Jira reads them in the caller's time zone; here that is UTC.
 * @throws {JiraError} 400 for anything else
 */
export function dateOperand(operand: Operand, field: string, now: number): number {
  if (operand.kind === 'call') return dateFunction(operand, now);
  if (operand.kind === 'text') {
    const [, sign, amount, unit] = /^([-+]?)(\d+)([mhdw])$/.exec(operand.text) ?? [];
    if (unit) {
      return now + (sign === '-' ? -1 : 1) * Number(amount) * (UNITS[unit] as number);
    }
    const [, year, month, day, hour = '0', minute = '0'] =
      /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(operand.text) ?? [];
    if (year) {
      return Date.UTC(+year, Number(month) - 1, Number(day), Number(hour), Number(minute));
    }
    // A bare number is epoch milliseconds.
    if (/^\d{12,}$/.test(operand.text)) return Number(operand.text);
  }
  const text = operand.kind === 'text' ? operand.text : 'EMPTY';
  throw badRequest(
    `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.`,
  );
}

function dateFunction({ name, args }: Operand & { kind: 'call' }, now: number): number {
  const shift = args[0] ? dateOperand({ kind: 'text', text: args[0] }, name, 0) : 0;
  if (name === 'now') return now;
  if (name === 'startofday') return now - (now % (1_440 * MINUTE)) + shift;
  if (name === 'endofday') return now - (now % (1_440 * MINUTE)) + 1_440 * MINUTE - 1 + shift;
  throw badRequest(`Unable to find JQL function '${name}(${args.join(', ')})'.`);
}
