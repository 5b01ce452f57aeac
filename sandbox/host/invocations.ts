import { randomBytes, randomUUID } from 'node:crypto';
import type { BuiltApp } from './bundle';
import { RunnerProcess } from './child-process';
import type { HostLog } from './host-log';
import * as identity from './identity';
import { InvocationFailed, type InvocationFailureCode } from './invocation-failed';
import type { DeclaredFunction, Manifest } from './manifest';
import type { InvocationSeed, ResultMessage } from './runner/messages';
import { timeoutSeconds } from './timeouts';
import { type InvocationUsage, noKvsUsage, type RunningUsage, type UsageMeter } from './usage';

/** The module on whose behalf a function runs. */
export interface InvokingModule {
  type: string;
  key: string;
}

/** An invocation under way, as the door needs to know it. */
export interface RunningInvocation {
  seed: InvocationSeed;
  usage: RunningUsage;
}

interface Running extends RunningInvocation {
  process: RunnerProcess;
  startedAt: number;
  timer?: NodeJS.Timeout;
  settle: (outcome: { body: unknown } | { error: InvocationFailed }) => void;
}

export interface InvocationsOptions {
  manifest: Manifest;
  app: BuiltApp;
  doorUrl: string;
  log: HostLog;
  usage: UsageMeter;
  /** Told after every invocation that ended. */
  onIdleChange: () => void;
}

/**
 * Runs functions of the app in a child process. A function that runs too long costs the process:
 * it is killed and started anew, and what else ran in it fails as a platform error.
 */
export class Invocations {
  private readonly running = new Map<string, Running>();
  private process: RunnerProcess;
  private stopped = false;

  constructor(private readonly options: InvocationsOptions) {
    this.process = this.startProcess();
  }

  /** Milliseconds that loading the bundle took. @throws what the bundle throws when it is loaded. */
  coldStart(): Promise<number> {
    return this.process.ready;
  }

  /** Invocations under way. */
  get count(): number {
    return this.running.size;
  }

  /** The invocation that a request at the door belongs to; undefined when it has ended. */
  byToken(token: string): RunningInvocation | undefined {
    return this.running.get(token);
  }

  /**
   * Runs one function and resolves to what it returned, as JSON.
   * @param accountId The person who causes it; absent = nobody (`asUser()` is then refused).
   * @throws InvocationFailed when it throws, runs too long, or its process ends.
   */
  invoke(
    functionKey: string,
    module: InvokingModule,
    event: unknown,
    accountId?: string,
  ): Promise<unknown> {
    const declared = this.options.manifest.functions.get(functionKey);
    if (!declared) throw new Error(`manifest.yml declares no function ${functionKey}.`);
    const seed = this.seed(functionKey, module, accountId);
    return new Promise((resolve, reject) => {
      const usage = { kvs: noKvsUsage(), jiraRequests: 0, egressRequests: 0 };
      const settle: Running['settle'] = (outcome) =>
        'error' in outcome ? reject(outcome.error) : resolve(outcome.body);
      const { process } = this;
      const running = { seed, usage, process, startedAt: performance.now(), settle };
      this.running.set(seed.token, running);
      void this.send(running, declared, module, event);
    });
  }

  /** Ends the process and waits for its end; what still runs fails as a platform error. */
  stop(): Promise<void> {
    this.stopped = true;
    this.process.kill('the host stops');
    return this.process.gone;
  }

  private async send(
    running: Running,
    declared: DeclaredFunction,
    module: InvokingModule,
    event: unknown,
  ): Promise<void> {
    const { seed, process } = running;
    try {
      await process.ready;
    } catch (cause) {
      this.fail(running, 'crash', 'FUNCTION_PLATFORM_UNKNOWN_ERROR', String(cause));
      return;
    }
    const timeoutMs = timeoutSeconds(module.type, declared) * 1000;
    running.startedAt = performance.now();
    running.timer = setTimeout(() => this.timeOut(running, timeoutMs), timeoutMs);
    process.invoke({ kind: 'invoke', seed, handler: declared.handler, event, timeoutMs });
  }

  private timeOut(running: Running, timeoutMs: number): void {
    const { seed, process } = running;
    const message = `${seed.functionKey} ran longer than ${timeoutMs / 1000} s and was stopped.`;
    this.options.log.loud(message);
    this.fail(running, 'time-out', 'FUNCTION_TIME_OUT', message);
    // What is invoked from here on must not land in the process that is about to die.
    this.process = this.startProcess();
    process.kill(`${seed.functionKey} timed out in the same process`);
  }

  private startProcess(): RunnerProcess {
    const { app, doorUrl, manifest, log } = this.options;
    const process = new RunnerProcess({
      runner: app.runner,
      bundles: app.bundles,
      doorUrl,
      memoryMB: manifest.memoryMB,
      log,
      onResult: (result) => this.finish(result),
      onExit: (code, how) => this.processEnded(process, code, how),
    });
    return process;
  }

  private processEnded(process: RunnerProcess, code: InvocationFailureCode, how: string): void {
    const lost = [...this.running.values()].filter((running) => running.process === process);
    // A process that never got ready would fail again: what is invoked next says why.
    if (process === this.process && process.wasReady && !this.stopped) {
      this.options.log.loud(`the app's process is gone: ${how}; a new one starts`);
      this.process = this.startProcess();
    }
    for (const running of lost) {
      this.fail(running, 'crash', code, `The app's process is gone: ${how}.`);
    }
  }

  private finish({ id, outcome, ms, cpuMs }: ResultMessage): void {
    const running = this.running.get(id);
    if (!running) return;
    if (outcome.ok) {
      this.end(running, 'ok', ms, cpuMs);
      running.settle({ body: outcome.body });
      return;
    }
    this.end(running, 'error', ms, cpuMs);
    const { error } = outcome;
    this.options.log.info(
      `${running.seed.functionKey} threw ${error.stack ?? `${error.name}: ${error.message}`}`,
    );
    const code = 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
    running.settle({ error: new InvocationFailed(code, false, error) });
  }

  private fail(
    running: Running,
    outcome: InvocationUsage['outcome'],
    code: InvocationFailureCode,
    message: string,
  ): void {
    if (!this.running.has(running.seed.token)) return;
    this.end(running, outcome, performance.now() - running.startedAt, 0);
    running.settle({ error: new InvocationFailed(code, true, { name: 'Error', message }) });
  }

  private end(
    { seed, usage, timer }: Running,
    outcome: InvocationUsage['outcome'],
    ms: number,
    cpuMs: number,
  ): void {
    clearTimeout(timer);
    this.running.delete(seed.token);
    this.options.usage.finished({ functionKey: seed.functionKey, outcome, ms, cpuMs, ...usage });
    // After the promise's own reactions, so that a retry or a follow-up counts as work.
    setImmediate(this.options.onIdleChange);
  }

  private seed(functionKey: string, module: InvokingModule, accountId: string | undefined) {
    const { manifest } = this.options;
    const id = randomUUID();
    const seed: InvocationSeed = {
      id,
      token: id,
      functionKey,
      moduleType: module.type,
      moduleKey: module.key,
      appId: manifest.appId,
      appVersion: identity.APP_VERSION,
      environmentId: identity.ENVIRONMENT_ID,
      environmentType: identity.ENVIRONMENT_TYPE,
      installationId: identity.INSTALLATION_ID,
      cloudId: identity.CLOUD_ID,
      contextAri: identity.CONTEXT_ARI,
      permissions: { scopes: [...manifest.scopes.keys()], external: manifest.external },
      traceId: randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
    };
    if (accountId !== undefined) seed.accountId = accountId;
    return seed;
  }
}
