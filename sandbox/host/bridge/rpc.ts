/**
 * Calls between the app's frame and the page, over postMessage, in both directions. Functions cross
 * as references: calling one calls back to the side it came from. Shared by both browser scripts.
 */
const MARK = 'forge-host';

interface FunctionReference {
  __forgeHostFunction: number;
}

type Message = { mark: typeof MARK; id: number } & (
  | { kind: 'call'; op: string; payload: unknown }
  | { kind: 'callback'; fn: number; args: unknown[] }
  | { kind: 'answer'; value: unknown }
  | { kind: 'failure'; name: string; message: string }
);
type Sent<M> = M extends Message ? Omit<M, 'mark' | 'id'> : never;

type AnyFunction = (...args: unknown[]) => unknown;

export interface Peer {
  window: Window;
  /** Messages are sent to this origin and accepted from it only. */
  origin: string;
}

/** One side of the connection. */
export class Rpc {
  private readonly functions = new Map<number, AnyFunction>();
  private readonly waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private lastId = 0;

  /** @param answer Runs what the other side calls by name. */
  constructor(
    private readonly peer: () => Peer | undefined,
    private readonly answer: (op: string, payload: unknown) => unknown,
  ) {}

  /** Calls the other side; rejects with the name and message of its error. */
  call(op: string, payload?: unknown): Promise<unknown> {
    return this.send({ kind: 'call', op, payload: this.pack(payload) });
  }

  /** Handles a message event if it comes from the peer. */
  async receive(event: MessageEvent): Promise<void> {
    const peer = this.peer();
    if (!peer || event.source !== peer.window || event.origin !== peer.origin) return;
    const message = event.data as Message | undefined;
    if (message?.mark !== MARK) return;
    if (message.kind === 'answer' || message.kind === 'failure') {
      const waiter = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      if (message.kind === 'answer') waiter?.resolve(this.unpack(message.value));
      else waiter?.reject(Object.assign(new Error(message.message), { name: message.name }));
      return;
    }
    this.post(peer, message.id, await this.run(message));
  }

  private async run(message: Message): Promise<Sent<Message>> {
    try {
      if (message.kind === 'callback') {
        const fn = this.functions.get(message.fn);
        const value = await fn?.(...message.args.map((arg) => this.unpack(arg)));
        return { kind: 'answer', value: this.pack(value) };
      }
      if (message.kind !== 'call') throw new Error(`Not a call: ${message.kind}`);
      const value = await this.answer(message.op, this.unpack(message.payload));
      return { kind: 'answer', value: this.pack(value) };
    } catch (error) {
      const { name, message: text } = error instanceof Error ? error : new Error(String(error));
      return { kind: 'failure', name, message: text };
    }
  }

  private send(message: Sent<Message>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const peer = this.peer();
      if (!peer) {
        reject(new Error('The other side is gone.'));
        return;
      }
      const id = ++this.lastId;
      this.waiting.set(id, { resolve, reject });
      this.post(peer, id, message);
    });
  }

  private post({ window, origin }: Peer, id: number, message: Sent<Message>): void {
    window.postMessage({ mark: MARK, id, ...message }, origin);
  }

  private pack(value: unknown): unknown {
    if (typeof value !== 'function') return mapPlain(value, (inner) => this.pack(inner));
    const id = ++this.lastId;
    this.functions.set(id, value as AnyFunction);
    return { __forgeHostFunction: id } satisfies FunctionReference;
  }

  private unpack(value: unknown): unknown {
    if (!isReference(value)) return mapPlain(value, (inner) => this.unpack(inner));
    const fn = value.__forgeHostFunction;
    return (...args: unknown[]) =>
      this.send({ kind: 'callback', fn, args: args.map((arg) => this.pack(arg)) });
  }
}

function isReference(value: unknown): value is FunctionReference {
  return typeof value === 'object' && value !== null && '__forgeHostFunction' in value;
}

/** Maps the parts of arrays and plain objects; everything else passes as it is. */
function mapPlain(value: unknown, map: (inner: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(map);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, map(inner)]));
}
