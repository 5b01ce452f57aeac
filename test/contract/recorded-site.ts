import path from 'node:path';
import { startAlign } from '../../sandbox/align';
import { startForgeHost } from '../../sandbox/host';
import { startJira } from '../../sandbox/jira';
import { ALIGN_SITE, type Site, type SiteOptions } from '../../sandbox/site';
import { ask } from '../usecases/support/ask';
import { startRecorder, type RecordedRequest } from './recorder';

/** Every request that the app has made, in order. */
export interface Recordings {
  jira: RecordedRequest[];
  align: RecordedRequest[];
}

/** Both applications and the installed app, as `startSite` starts them, with a recorder before each application. */
export async function startRecordedSite(
  options: SiteOptions,
): Promise<{ site: Site; recordings: Recordings }> {
  const { schedules, timeScale, quiet, bundle, empty = false, withConnector = false } = options;
  const running: { host?: Site['host'] } = {};
  const events: { name: string; payload: Record<string, unknown> }[] = [];
  const jira = await startJira({
    empty,
    onEvent: (name, payload) => {
      events.push({ name, payload });
      void running.host?.productEvent(name, payload);
    },
  });
  const align = await startAlign({ empty, withConnector, jiraUrl: () => jira.url });
  const [beforeJira, beforeAlign] = await Promise.all([
    startRecorder(jira.url),
    startRecorder(align.url),
  ]);
  const started = await startForgeHost({
    appDir: path.resolve(__dirname, '../..'),
    jiraUrl: beforeJira.url,
    egress: { [`https://${ALIGN_SITE}`]: beforeAlign.url },
    ...(schedules === undefined ? {} : { schedules }),
    ...(timeScale === undefined ? {} : { timeScale }),
    ...(quiet === undefined ? {} : { quiet }),
    ...(bundle === undefined ? {} : { bundle }),
  });
  running.host = started;
  const site: Site = {
    jira,
    align,
    host: started,
    events,
    async admin(call, input) {
      const answer = await ask(site, call, input);
      if (answer.ok) return answer.data;
      throw new Error(`${call}: ${answer.error.code} ${answer.error.message}`);
    },
    async stop() {
      await started.stop();
      await Promise.all([beforeJira.stop(), beforeAlign.stop(), jira.stop(), align.stop()]);
    },
  };
  return { site, recordings: { jira: beforeJira.requests, align: beforeAlign.requests } };
}
