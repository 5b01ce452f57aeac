import { PEOPLE } from '../../../sandbox/site';

/** Jira accounts of the demo world. */
export const ADA = PEOPLE.admin;
export const ANA = PEOPLE.ana;
export const BO = PEOPLE.bo;
/** Hides her e-mail address in Jira. */
export const MIA = '712020:mia-krystof';
/** The app's own account in Jira. */
export const APP = '712020:align-connector-app';

/** Align uids of the demo world. */
export const IN_ALIGN = {
  ana: '1201',
  bo: 'Bo.Chen',
  mia: '1203',
  /** Not in Jira. */
  kai: '1204',
  app: '2001',
} as const;
