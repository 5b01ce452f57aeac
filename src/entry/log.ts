import type { Log } from '../domain/ports/runtime';

/** One JSON line an event: Forge bills logs by volume and limits lines by run time. */
export const log: Log = (level, event, details = {}) => {
  const line = JSON.stringify({ event, ...details });
  if (level === 'error') console.error(line);
  else if (level === 'warn') console.warn(line);
  else console.log(line);
};
