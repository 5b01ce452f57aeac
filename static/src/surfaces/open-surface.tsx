import type { ReactNode } from 'react';

/**
 * Loads the surface of a module of `manifest.yml`, by its key.
 * @throws {Error} for a module that has no surface.
 */
export async function openSurface(moduleKey: string): Promise<ReactNode> {
  switch (moduleKey) {
    case 'admin-page': {
      const [{ AdminPage }, { openRouter }] = await Promise.all([
        import('./admin-page'),
        import('../platform/open-router'),
      ]);
      return <AdminPage router={await openRouter()} />;
    }
    case 'project-settings': {
      const [{ ProjectSettings }, { openRouter }] = await Promise.all([
        import('./project-settings'),
        import('../platform/open-router'),
      ]);
      return <ProjectSettings router={await openRouter()} />;
    }
    case 'issue-panel': {
      const { IssuePanel } = await import('./issue-panel');
      return <IssuePanel />;
    }
    default:
      throw new Error(`No surface for the module ${moduleKey}`);
  }
}
