export const PANEL_KINDS = ['info', 'note', 'tip', 'warning', 'error', 'success'];
