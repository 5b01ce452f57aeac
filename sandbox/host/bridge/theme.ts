import { createRequire } from 'node:module';

const THEMES = ['light', 'dark', 'spacing', 'typography', 'shape', 'motion'];
const load = createRequire(__filename);

let css: string | undefined;

/**
 * The Atlassian themes as one style sheet: the artifacts of @atlaskit/tokens, which its own
 * `getThemeStyles` gives too, but not without a warning about a feature-flag client. They apply to an
 * `<html>` with `data-theme` and `data-color-mode`, which the bridge sets when the app enables theming.
 */
export function themeCss(): string {
  css ??= THEMES.map((theme) => {
    const file = `@atlaskit/tokens/dist/cjs/artifacts/themes/atlassian-${theme}`;
    return (load(file) as { default: string }).default;
  }).join('\n');
  return css;
}
