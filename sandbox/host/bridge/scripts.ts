import path from 'node:path';
import { build } from 'esbuild';

/** Builds the two browser scripts, each once: the bridge in the app's frame and the one in the page. */
export class BrowserScripts {
  private readonly built = new Map<string, Promise<string>>();

  /**
   * @param jiraOrigin The only page that the frame's bridge talks to.
   * @param standIns External origins and the local servers that stand for them.
   */
  constructor(
    private readonly jiraOrigin: string,
    private readonly standIns: Record<string, string>,
  ) {}

  frame(): Promise<string> {
    return this.script('frame/main.ts');
  }

  embed(): Promise<string> {
    return this.script('page/main.ts');
  }

  private script(entry: string): Promise<string> {
    const known = this.built.get(entry) ?? this.bundle(entry);
    this.built.set(entry, known);
    return known;
  }

  private async bundle(entry: string): Promise<string> {
    const result = await build({
      entryPoints: [path.join(__dirname, entry)],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      logLevel: 'error',
      define: {
        PAGE_ORIGIN: JSON.stringify(this.jiraOrigin),
        STAND_INS: JSON.stringify(this.standIns),
      },
    });
    return result.outputFiles[0]?.text ?? '';
  }
}
