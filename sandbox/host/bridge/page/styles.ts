import { element } from './element';

/** Jira's flags and dialogs in its design tokens; the fallbacks hold without them. */
const CSS = `
.fh-frame { display: block; width: 100%; min-height: 60px; border: 0; background: transparent; color-scheme: normal; }
.fh-problem { padding: 16px; border-radius: 4px; font: 14px/20px system-ui, sans-serif;
  background: var(--ds-background-danger, #ffeceb); color: var(--ds-text, #292a2e); }
.fh-flags { position: fixed; z-index: 600; inset: auto auto 48px 16px; display: grid; gap: 8px; width: min(400px, calc(100vw - 32px)); }
.fh-flag { display: grid; grid-template-columns: 24px 1fr 24px; gap: 12px; padding: 16px; border-radius: 4px;
  font: 14px/20px system-ui, sans-serif; color: var(--ds-text, #292a2e);
  background: var(--ds-surface-overlay, #fff); box-shadow: var(--ds-shadow-overlay, 0 8px 12px #1e1f2126, 0 0 1px #1e1f214f); }
.fh-flag p { margin: 4px 0 0; color: var(--ds-text-subtle, #505258); }
.fh-flag-icon { width: 20px; height: 20px; border-radius: 50%; text-align: center; font-weight: 700; color: var(--ds-icon-inverse, #fff); }
.fh-flag[data-type=info] .fh-flag-icon { background: var(--ds-background-information-bold, #1868db); }
.fh-flag[data-type=success] .fh-flag-icon { background: var(--ds-background-success-bold, #5b7f24); }
.fh-flag[data-type=warning] .fh-flag-icon { background: var(--ds-background-warning-bold, #fbc828); color: var(--ds-icon-warning-inverse, #292a2e); }
.fh-flag[data-type=error] .fh-flag-icon { background: var(--ds-background-danger-bold, #c9372c); }
.fh-flag[data-bold=true][data-type=error] { background: var(--ds-background-danger-bold, #c9372c); color: var(--ds-text-inverse, #fff); }
.fh-flag[data-bold=true][data-type=success] { background: var(--ds-background-success-bold, #5b7f24); color: var(--ds-text-inverse, #fff); }
.fh-flag[data-bold=true][data-type=warning] { background: var(--ds-background-warning-bold, #fbc828); color: #292a2e; }
.fh-flag[data-bold=true][data-type=info] { background: var(--ds-background-neutral-bold, #292a2e); color: var(--ds-text-inverse, #fff); }
.fh-flag[data-bold=true] p { color: inherit; }
.fh-flag button { border: 0; background: none; color: inherit; font: inherit; cursor: pointer; border-radius: 3px; }
.fh-flag button:focus-visible { outline: 2px solid var(--ds-border-focused, #4688ec); }
.fh-flag-close { align-self: start; height: 24px; }
.fh-flag-action { padding: 0; margin: 8px 12px 0 0; color: var(--ds-link, #1868db) !important; }
.fh-flag[data-bold=true] .fh-flag-close { align-self: start; height: 24px; }
.fh-flag-action { color: inherit !important; text-decoration: underline; }
.fh-modal { padding: 0; border: 0; border-radius: 8px; max-width: calc(100vw - 32px); max-height: calc(100vh - 64px);
  color: var(--ds-text, #292a2e); background: var(--ds-surface-overlay, #fff); box-shadow: var(--ds-shadow-overlay, 0 8px 12px #1e1f2126, 0 0 1px #1e1f214f); }
.fh-modal::backdrop { background: var(--ds-blanket, #050c1f75); }
.fh-modal h1 { margin: 0; padding: 24px 24px 0; font: 600 20px/24px system-ui, sans-serif; }
`;

/** Puts the styles of flags, dialogs and frames into the page, once. */
export function addStyles(): void {
  if (document.getElementById('forge-host-styles')) return;
  document.head.append(element('style', { id: 'forge-host-styles', textContent: CSS }));
}
