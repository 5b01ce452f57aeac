/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PageSite, Session } from '../session';

interface AppModuleProps {
  site: PageSite;
  session: Session;
  /** Key of the module in the app's manifest. */
  moduleKey: string;
  /** `extension` of the module's context. */
  extension: Record<string, unknown>;
}

/** Place where the Forge host draws a module of the app, or a quiet note without a host. */
export function AppModule({ site, session, moduleKey, extension }: AppModuleProps) {
  if (!site.forgeHost()) return <AppMissing />;
  const mount = { moduleKey, accountId: session.person.accountId, locale: 'en-US', extension };
  return (
    <div class="app-module" data-app-module={JSON.stringify(mount)}>
      <div data-app-place></div>
      <div data-app-missing hidden>
        <AppMissing />
      </div>
    </div>
  );
}

function AppMissing() {
  return (
    <p class="quiet-note">
      The app is not running beside this site. Start the whole sandbox to see it here.
    </p>
  );
}
