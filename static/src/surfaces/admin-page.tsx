import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, lazy } from 'react';
import { Count } from '../components/count';
import { HiddenText } from '../components/hidden-text';
import { RowsSkeleton } from '../components/rows-skeleton';
import { useConnection } from '../connection/use-connection';
import { useRoute, type Router } from '../platform/route';
import { useText } from '../texts/use-text';
import { SiteStatus } from '../connection/site-status';
import styles from './page.module.css';

const ConnectionTab = lazy(() => import('../connection/connection-tab'));
const ProjectsTab = lazy(() => import('../projects/projects-tab'));
const LinksTab = lazy(() => import('../links/links-tab'));
const HistoryTab = lazy(() => import('../history/history-tab'));
const ParkedTab = lazy(() => import('../parked/parked-tab'));

const TABS = ['connection', 'projects', 'links', 'history', 'parked'] as const;

/** The app's page in Jira's administration. Each tab has an address, so that it can be linked to. */
export function AdminPage({ router }: { router: Router }) {
  const text = useText();
  const route = useRoute(router);
  const connection = useConnection();
  const [, first = '', second] = route.path.split('/');
  const selected = Math.max(0, (TABS as readonly string[]).indexOf(first));
  const tab = TABS[selected] ?? 'connection';
  const parked = connection.data?.parked ?? 0;
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <HiddenText as="h1">{text('admin.title')}</HiddenText>
        <p className={styles.subtitle}>{text('admin.subtitle')}</p>
        <SiteStatus connection={connection.data} />
      </header>
      <Tabs id="admin" selected={selected} onChange={(index) => router.go(`/${TABS[index] ?? ''}`)}>
        <TabList>
          {TABS.map((name) => (
            <Tab key={name}>
              <span className={styles.tab}>
                {text(`admin.tab.${name}`)}
                {name === 'parked' && parked > 0 && <Count isImportant>{parked}</Count>}
              </span>
            </Tab>
          ))}
        </TabList>
        {TABS.map((name) => (
          <TabPanel key={name}>
            <div className={styles.panel}>
              {name === tab && (
                <Suspense fallback={<RowsSkeleton />}>
                  {name === 'connection' && <ConnectionTab go={router.go} />}
                  {name === 'projects' && <ProjectsTab go={router.go} projectId={second} />}
                  {name === 'links' && <LinksTab go={router.go} />}
                  {name === 'history' && (
                    <HistoryTab
                      key={route.query.get('issue')}
                      go={router.go}
                      issueId={route.query.get('issue')}
                      issueKey={route.query.get('key')}
                    />
                  )}
                  {name === 'parked' && <ParkedTab go={router.go} />}
                </Suspense>
              )}
            </div>
          </TabPanel>
        ))}
      </Tabs>
    </main>
  );
}
