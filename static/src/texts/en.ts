import { backfill } from './en/backfill';
import { connection } from './en/connection';
import { customFields } from './en/custom-fields';
import { history } from './en/history';
import { links } from './en/links';
import { lists } from './en/lists';
import { mapping } from './en/mapping';
import { pages } from './en/pages';
import { parked } from './en/parked';
import { pause } from './en/pause';
import { people } from './en/people';
import { projects } from './en/projects';
import { enPanel } from './en-panel';

/** The English catalogue, in ICU message syntax. A text that the resolver sends is not in it. */
export const en = {
  ...enPanel,
  ...lists,
  ...pages,
  ...connection,
  ...projects,
  ...mapping,
  ...customFields,
  ...backfill,
  ...links,
  ...history,
  ...parked,
  ...pause,
  ...people,
} as const;

export type TextId = keyof typeof en;
