/** A function of the app: the event, then what the platform knows of the invocation. */
export type Handler = (event: unknown, context: unknown) => unknown;

/** Loads the app's bundles and finds handlers in them. */
export class Handlers {
  private readonly modules = new Map<string, Record<string, unknown>>();

  /** Loads every bundle now, as a cold start does. Throws what a bundle throws. */
  load(bundles: Record<string, string>): void {
    for (const [name, file] of Object.entries(bundles)) {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is known at run time only
      this.modules.set(name, require(file) as Record<string, unknown>);
    }
  }

  /** @param handler `<file>.<export>` @throws Error naming the missing export. */
  find(handler: string): Handler {
    const dot = handler.lastIndexOf('.');
    const found = this.modules.get(handler.slice(0, dot))?.[handler.slice(dot + 1)];
    if (typeof found === 'function') return found as Handler;
    throw new Error(
      `manifest.yml names the handler ${handler}, but src/ exports no such function.`,
    );
  }
}
