import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, lazy, useMemo } from 'react';
import { HiddenText } from '../components/hidden-text';
import { RowsSkeleton } from '../components/rows-skeleton';
import type { HistorySource } from '../history/history-view';
import type { LinkSource } from '../links/links-view';
import { call } from '../platform/call';
import { useRoute, type Router } from '../platform/route';
import { useText } from '../texts/use-text';
import styles from './page.module.css';

const MappingSummary = lazy(() => import('../project/mapping-summary'));
const LinksView = lazy(async () => ({ default: (await import('../links/links-view')).LinksView }));
const HistoryView = lazy(async () => ({
  default: (await import('../history/history-view')).HistoryView,
}));

const TABS = ['mapping', 'links', 'history'] as const;
const PROJECT_LINKS: LinkSource = {
  key: 'project',
  list: ({ q, cursor }) => call('listProjectLinks', { q, cursor }),
  resync: (issueId) => call('resyncProjectIssue', { issueId }),
  hasProjects: false,
};

/** The app's page in a project's settings: what its mapping is, its web links and its history. */
export function ProjectSettings({ router }: { router: Router }) {
  const text = useText();
  const route = useRoute(router);
  const first = route.path.split('/')[1] ?? '';
  const selected = Math.max(0, (TABS as readonly string[]).indexOf(first));
  const tab = TABS[selected] ?? 'mapping';
  const onlyIssue = route.query.get('key');
  const history = useMemo<HistorySource>(
    () => ({
      key: `project ${onlyIssue ?? ''}`,
      list: ({ q, cursor }) =>
        call('listProjectHistory', { q: q ?? onlyIssue ?? undefined, cursor }),
      hasProjects: false,
    }),
    [onlyIssue],
  );
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <HiddenText as="h1">{text('project.title')}</HiddenText>
        <p className={styles.subtitle}>{text('project.subtitle')}</p>
      </header>
      <Tabs
        id="project"
        selected={selected}
        onChange={(index) => router.go(`/${TABS[index] ?? ''}`)}
      >
        <TabList>
          {TABS.map((name) => (
            <Tab key={name}>{text(`project.tab.${name}`)}</Tab>
          ))}
        </TabList>
        {TABS.map((name) => (
          <TabPanel key={name}>
            <div className={styles.panel}>
              {name === tab && (
                <Suspense fallback={<RowsSkeleton />}>
                  {name === 'mapping' && <MappingSummary />}
                  {name === 'links' && <LinksView source={PROJECT_LINKS} go={router.go} />}
                  {name === 'history' && (
                    <HistoryView
                      key={history.key}
                      source={history}
                      go={router.go}
                      {...(onlyIssue !== null && { onlyIssue })}
                    />
                  )}
                </Suspense>
              )}
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}
