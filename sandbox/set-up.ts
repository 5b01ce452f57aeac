import type { ConnectionInput } from '../src/contract';
import { ALIGN_SITE, type Site } from './site';

/** Token of the demo world's service account in Align. */
export const SERVICE_ACCOUNT: ConnectionInput = {
  site: ALIGN_SITE,
  auth: { kind: 'personal', token: 'user:2001|sandbox-align-token' },
};

/** The project that is mapped from the start; the other one is left for trying it out. */
export const PAYMENTS = '10001';

/** Connects Align and maps the Payments project through the admin page's own calls, as an admin would. */
export async function setUp(site: Site): Promise<void> {
  await site.admin('saveConnection', SERVICE_ACCOUNT);
  const { mapping } = await site.admin('getMapping', { projectId: PAYMENTS });
  if (mapping === null) throw new Error('The demo world has no program to map the project to.');
  await site.admin('saveMapping', mapping);
}

/** Whether an earlier run has set the site up. */
export async function isSetUp(site: Site): Promise<boolean> {
  return (await site.admin('getConnection', {})).status !== 'not-connected';
}
