import { showFlag, type FlagOptions } from '@forge/bridge';

let count = 0;

/** Shows a flag in Jira's own corner: the frame's corner may lie outside of the window. */
export function notify(type: 'success' | 'error', title: string, description?: string): void {
  const flag: FlagOptions = { id: `align-${(count += 1)}`, type, title, isAutoDismiss: true };
  showFlag(description === undefined ? flag : { ...flag, description });
}
