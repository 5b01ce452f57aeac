import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';

let made: Promise<string> | undefined;

/**
 * All Atlassian themes as one style sheet, from @atlaskit/tokens. They apply to an `<html>` with
 * `data-theme` and `data-color-mode`, which the bridge sets when the app enables theming.
 */
export function themeCss(): Promise<string> {
  made ??= getThemeStyles('all').then((themes) => themes.map(({ css }) => css).join('\n'));
  return made;
}
