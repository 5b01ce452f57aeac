import '@atlaskit/css-reset';
import './platform/tokens.css';
import { view } from '@forge/bridge';
import { createRoot } from 'react-dom/client';
import { Providers } from './platform/providers';
import { readSurface } from './platform/surface';
import { openSurface } from './surfaces/open-surface';

/** One build serves every module of the app; the module's key says which surface this frame shows. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById('root')!);
  // A host that cannot theme leaves the light values that each style falls back to.
  const themed = view.theme.enable().catch(() => undefined);
  const [context] = await Promise.all([view.getContext(), themed]);
  const surface = readSurface(context);
  const { content, messages } = await openSurface(surface.moduleKey);
  root.render(
    <Providers surface={surface} messages={messages}>
      {content}
    </Providers>,
  );
}

void start();
