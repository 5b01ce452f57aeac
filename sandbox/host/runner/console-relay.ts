import { format } from 'node:util';
import type { RunnerMessage } from './messages';
import { currentRuntime } from './runtime-globals';

/** Sends what the app prints to the host, with the function that printed it. */
export function relayConsole(send: (message: RunnerMessage) => void): void {
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
    console[level] = (...args: unknown[]) => {
      const functionKey = currentRuntime()?.functionKey;
      const text = format(...args);
      send({ kind: 'log', level, text, ...(functionKey !== undefined && { functionKey }) });
    };
  }
}
