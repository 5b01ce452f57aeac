import { mountAppModules } from './app-modules.mjs';
import { watchDialogs } from './dialogs.mjs';
import { watchForms } from './forms.mjs';
import { watchInlineEdits } from './inline-edit.mjs';
import { watchLinkIcons } from './link-icons.mjs';
import { watchMenus } from './menus.mjs';
import { startPolling } from './refresh.mjs';
import { watchTheme } from './theme.mjs';
import { keepTimesCurrent } from './times.mjs';

watchTheme();
watchMenus();
watchDialogs();
watchInlineEdits();
watchForms();
watchLinkIcons();
mountAppModules();
keepTimesCurrent();
startPolling();
