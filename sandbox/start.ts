import { rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildUi } from './build-ui';
import { isSetUp, setUp } from './set-up';
import { startSite, type Site } from './site';

const STATE = path.resolve(__dirname, '..', '.sandbox');
const PORTS = { jira: 4601, align: 4602, host: 4603 };

/** Forge runs the poll every five minutes; on a laptop nobody wants to wait for it. */
const POLL_SECONDS = 5;

const HELP = `npm start -- [options]
  --reset             forget everything and begin with the demo world
  --bare              do not connect Jira Align and map a project: begin as an admin would
  --with-connector    give Jira Align the vendor's own connector, to import its configuration (with --reset)
  --poll-seconds N    how often Jira Align is polled (default ${POLL_SECONDS}; in Forge it is every 300)
`;

void main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      reset: { type: 'boolean' },
      bare: { type: 'boolean' },
      'with-connector': { type: 'boolean' },
      help: { type: 'boolean' },
      'poll-seconds': { type: 'string' },
    },
  });
  if (values.help) return console.log(HELP);
  const seconds = Number(values['poll-seconds'] ?? POLL_SECONDS);
  if (!(seconds > 0)) throw new Error(`--poll-seconds takes a number above 0.\n${HELP}`);
  const began = Date.now();
  if (values.reset) rmSync(STATE, { recursive: true, force: true });
  await buildUi();
  const site = await startSite({
    stateDir: STATE,
    ports: PORTS,
    schedules: { fiveMinute: seconds * 1000, hour: 60 * 60 * 1000 },
    withConnector: values['with-connector'] ?? false,
    quiet: true,
  });
  stopOnSignals(site);
  if (!values.bare && !(await isSetUp(site))) await setUp(site);
  console.log(welcome(site, (Date.now() - began) / 1000, seconds));
}

function welcome({ jira, align }: Site, took: number, pollSeconds: number): string {
  return `
Align Connector for Jira, on this machine only (ready in ${took.toFixed(1)} s)

  Jira            ${jira.url}/browse/PAY-2
  Jira Align      ${align.url}
  Admin page      ${jira.url}/jira/settings/apps/align-connector

Change something in one and watch it arrive in the other: an edit in Jira at once, an edit in
Jira Align with the next poll (every ${pollSeconds} s here, every 5 minutes in Forge).
State is kept in .sandbox/; "npm start -- --reset" begins anew. Ctrl+C stops.
`;
}

function stopOnSignals(site: Site): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void site.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function explain(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return `A port is taken (${error.message}). Stop the other program, or an earlier "npm start".`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
