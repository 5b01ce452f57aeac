import { lazy } from 'react';
import { HiddenText } from '../components/hidden-text';
import type { LinkSource } from '../links/link-source';
import { call } from '../platform/call';
import type { Router } from '../platform/route';
import { useText } from '../texts/use-text';
import styles from './page.module.css';
import { RoutedTabs } from './routed-tabs';

const MappingSummary = lazy(() => import('../project/mapping-summary'));
const LinksView = lazy(async () => ({ default: (await import('../links/links-view')).LinksView }));
const ProjectHistory = lazy(() => import('../project/project-history'));

const TABS = ['mapping', 'links', 'history'] as const;
const PROJECT_LINKS: LinkSource = {
  key: 'project',
  list: ({ q, cursor }) => call('listProjectLinks', { q, cursor }),
  resync: (issueId) => call('resyncProjectIssue', { issueId }),
  decide: (issueId, field, side) => call('decideProjectConflict', { issueId, field, side }),
  hasProjects: false,
};

/** The app's page in a project's settings: what its mapping is, its web links and its history. */
export function ProjectSettings({ router }: { router: Router }) {
  const text = useText();
  const { go } = router;
  return (
    <main className={styles.page}>
      <header className={styles.header}>
        <HiddenText as="h1">{text('project.title')}</HiddenText>
        <p className={styles.subtitle}>{text('project.subtitle')}</p>
      </header>
      <RoutedTabs
        id="project"
        router={router}
        names={TABS}
        label={(name) => text(`project.tab.${name}`)}
      >
        {(name, { query }) => {
          switch (name) {
            case 'mapping':
              return <MappingSummary />;
            case 'links':
              return <LinksView source={PROJECT_LINKS} go={go} />;
            case 'history': {
              const issueKey = query.get('key');
              return <ProjectHistory key={issueKey} go={go} issueKey={issueKey} />;
            }
          }
        }}
      </RoutedTabs>
    </main>
  );
}
