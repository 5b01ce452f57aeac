import { type ChildProcess, fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { HostLog } from './host-log';
import { InvocationFailed, type InvocationFailureCode } from './invocation-failed';
import type { InvokeMessage, ResultMessage, RunnerMessage, RunnerStart } from './runner/messages';

export interface RunnerProcessOptions extends RunnerStart {
  runner: string;
  memoryMB: number;
  log: HostLog;
  onResult: (result: ResultMessage) => void;
  /** The process is gone, with everything that ran in it. */
  onExit: (code: InvocationFailureCode, how: string) => void;
}

/**
 * One child process with the app in it. Its environment holds nothing of the host's, its heap is
 * limited to the manifest's `memoryMB`, and stacks are mapped to the sources.
 */
export class RunnerProcess {
  /** Milliseconds that loading the bundle took; rejects when the app cannot be loaded. */
  readonly ready: Promise<number>;
  wasReady = false;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  private readonly child: ChildProcess;
  private outOfMemory = false;
  private killedFor: string | undefined;

  constructor(options: RunnerProcessOptions) {
    const { runner, doorUrl, bundles, memoryMB } = options;
    const start: RunnerStart = { doorUrl, bundles };
    this.child = fork(runner, [JSON.stringify(start)], {
      execArgv: ['--enable-source-maps', `--max-old-space-size=${memoryMB}`],
      env: { NODE_ENV: 'production', TZ: 'UTC' },
      silent: true,
    });
    this.relayOutput(options.log);
    this.gone = new Promise((resolve) => this.child.on('close', () => resolve()));
    this.ready = this.listen(options);
    // The caller awaits `ready` later than a fast failure may come.
    this.ready.catch(() => undefined);
  }

  invoke(message: InvokeMessage): void {
    this.child.send(message);
  }

  /** Ends the process at once. @param why Goes into the log and into the errors of what ran in it. */
  kill(why: string): void {
    this.killedFor ??= why;
    this.child.kill('SIGKILL');
  }

  private listen({ log, onResult, onExit }: RunnerProcessOptions): Promise<number> {
    return new Promise((resolve, reject) => {
      this.child.on('message', (message: RunnerMessage) => {
        if (message.kind === 'ready') {
          this.wasReady = true;
          resolve(message.coldStartMs);
        } else if (message.kind === 'result') onResult(message);
        else if (message.kind === 'log') log.app(message.level, message.functionKey, message.text);
        else {
          const code = 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
          reject(new InvocationFailed(code, false, message.error));
          this.kill('its bundle cannot be loaded');
        }
      });
      this.child.on('error', reject);
      this.child.on('close', (exitCode, signal) => {
        const how = this.killedFor ?? `it ended by itself (${signal ?? `exit code ${exitCode}`})`;
        reject(new Error(`The app's process is gone: ${how}.`));
        const code = this.outOfMemory
          ? 'FUNCTION_OUT_OF_MEMORY'
          : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
        onExit(code, how);
      });
    });
  }

  private relayOutput(log: HostLog): void {
    const relay = (stream: Readable | null, level: string) => {
      if (!stream) return;
      createInterface({ input: stream }).on('line', (line) => {
        if (line.includes('heap out of memory')) this.outOfMemory = true;
        log.app(level, undefined, line);
      });
    };
    relay(this.child.stdout, 'stdout');
    relay(this.child.stderr, 'stderr');
  }
}
