import { lazy } from 'react';
import { Count } from '../components/count';
import { HiddenText } from '../components/hidden-text';
import { SiteStatus } from '../connection/site-status';
import { useConnection } from '../connection/use-connection';
import type { Router } from '../platform/route';
import { useText } from '../texts/use-text';
import styles from './page.module.css';
import { RoutedTabs } from './routed-tabs';

const ConnectionTab = lazy(() => import('../connection/connection-tab'));
const ProjectsTab = lazy(() => import('../projects/projects-tab'));
const PeopleTab = lazy(() => import('../people/people-tab'));
const LinksTab = lazy(() => import('../links/links-tab'));
const HistoryTab = lazy(() => import('../history/history-tab'));
const ParkedTab = lazy(() => import('../parked/parked-tab'));

const TABS = ['connection', 'projects', 'people', 'links', 'history', 'parked'] as const;

/** The app's page in Jira's administration. */
export function AdminPage({ router }: { router: Router }) {
  const text = useText();
  const connection = useConnection();
  const parked = connection.data?.parked ?? 0;
  const { go } = router;
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <HiddenText as="h1">{text('admin.title')}</HiddenText>
        <p className={styles.subtitle}>{text('admin.subtitle')}</p>
        <SiteStatus connection={connection.data} />
      </header>
      <RoutedTabs
        id="admin"
        router={router}
        names={TABS}
        label={(name) => (
          <span className={styles.tab}>
            {text(`admin.tab.${name}`)}
            {name === 'parked' && parked > 0 && <Count>{parked}</Count>}
          </span>
        )}
      >
        {(name, { path, query }) => {
          switch (name) {
            case 'connection':
              return <ConnectionTab go={go} />;
            case 'projects': {
              const [, , projectId, part] = path.split('/');
              return <ProjectsTab go={go} projectId={projectId} part={part} />;
            }
            case 'people':
              return <PeopleTab />;
            case 'links':
              return <LinksTab go={go} />;
            case 'history': {
              const issueId = query.get('issue');
              return (
                <HistoryTab key={issueId} go={go} issueId={issueId} issueKey={query.get('key')} />
              );
            }
            case 'parked':
              return <ParkedTab go={go} />;
          }
        }}
      </RoutedTabs>
    </main>
  );
}
