import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';
import { Suspense, type ReactNode } from 'react';
import { RowsSkeleton } from '../components/rows-skeleton';
import { useRoute, type Route, type Router } from '../platform/route';
import styles from './page.module.css';

interface RoutedTabsProps<Name extends string> {
  id: string;
  router: Router;
  /** The tabs, each by the first part of its address. The first is shown for an address of no tab. */
  names: readonly [Name, ...Name[]];
  label: (name: Name) => ReactNode;
  /** The content of the tab that is shown; no other exists. */
  children: (name: Name, route: Route) => ReactNode;
}

/** Tabs of which each has an address, so that it can be linked to and Back returns to it. */
export function RoutedTabs<Name extends string>(props: RoutedTabsProps<Name>) {
  const { id, router, names, label, children } = props;
  const route = useRoute(router);
  const first = route.path.split('/')[1];
  const shown = names.find((name) => name === first) ?? names[0];
  return (
    <Tabs
      id={id}
      selected={names.indexOf(shown)}
      onChange={(index) => router.go(`/${names[index] ?? ''}`)}
    >
      <TabList>
        {names.map((name) => (
          <Tab key={name}>{label(name)}</Tab>
        ))}
      </TabList>
      {names.map((name) => (
        <TabPanel key={name}>
          <div className={styles.panel}>
            {name === shown && (
              <Suspense fallback={<RowsSkeleton />}>{children(name, route)}</Suspense>
            )}
          </div>
        </TabPanel>
      ))}
    </Tabs>
  );
}
