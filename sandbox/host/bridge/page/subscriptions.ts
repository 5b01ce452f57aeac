type Callback = (payload: unknown) => unknown;

/** Named channels with subscribers, for `events` and `realtime` of the bridge. */
export class Subscriptions {
  private readonly channels = new Map<string, Set<Callback>>();

  subscribe(channel: string, callback: Callback): { unsubscribe: () => void } {
    const subscribers = this.channels.get(channel) ?? new Set();
    this.channels.set(channel, subscribers.add(callback));
    return { unsubscribe: () => void subscribers.delete(callback) };
  }

  publish(channel: string, payload: unknown): void {
    for (const callback of this.channels.get(channel) ?? []) void callback(payload);
  }
}
