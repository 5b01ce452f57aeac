import { common } from './en/common';
import { entry } from './en/entry';
import { panel } from './en/panel';

/** The part of the English catalogue that the issue panel needs: it is on every issue, and the rest is not small. */
export const enPanel = { ...common, ...entry, ...panel } as const;
