import type { ReactNode } from 'react';
import type { TextId } from '../texts/en';

/** A surface, ready to be drawn, and the texts it needs. */
interface OpenedSurface {
  content: ReactNode;
  messages: Partial<Record<TextId, string>>;
}

/**
 * Loads the surface of a module of `manifest.yml`, by its key.
 * @throws {Error} for a module that has no surface.
 */
export async function openSurface(moduleKey: string): Promise<OpenedSurface> {
  switch (moduleKey) {
    case 'admin-page': {
      const [{ AdminPage }, { openRouter }, { en }] = await Promise.all([
        import('./admin-page'),
        import('../platform/open-router'),
        import('../texts/en'),
      ]);
      return { content: <AdminPage router={await openRouter()} />, messages: en };
    }
    case 'project-settings': {
      const [{ ProjectSettings }, { openRouter }, { en }] = await Promise.all([
        import('./project-settings'),
        import('../platform/open-router'),
        import('../texts/en'),
      ]);
      return { content: <ProjectSettings router={await openRouter()} />, messages: en };
    }
    case 'issue-panel': {
      const [{ IssuePanel }, { enPanel }] = await Promise.all([
        import('./issue-panel'),
        import('../texts/en-panel'),
      ]);
      return { content: <IssuePanel />, messages: enPanel };
    }
    default:
      throw new Error(`No surface for the module ${moduleKey}`);
  }
}
