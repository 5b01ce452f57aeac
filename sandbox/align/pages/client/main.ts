import { enhanceForm } from './item-form';
import { watchVersion } from './live';
import { enhanceMenus } from './menu';
import { enhanceRichText } from './rich-text';
import { enhanceThemeToggle } from './theme';
import { localTimes } from './times';

enhanceThemeToggle();
enhanceMenus();
localTimes(document);
enhanceRichText();
enhanceForm();
watchVersion();
