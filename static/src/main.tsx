import '@atlaskit/css-reset';
import { createRoot } from 'react-dom/client';
import { view } from '@forge/bridge';

const root = createRoot(document.getElementById('root')!);
await view.theme.enable();
const context = await view.getContext();
root.render(<p>{context.moduleKey}</p>);
