/**
 * A few days of two teams' work, so that pages have something worth looking at: pairs in every state,
 * edits from both sides, conflicts, refusals, imports, a deletion, and work that waits for a person.
 */
import { ADA, ANA, BO, MIA } from '../../sandbox/jira/world/seed';
import { setUp } from '../../sandbox/set-up';
import type { Site } from '../../sandbox/site';
import type { DemoDays } from './demo-days';

/** The project that the demo leaves for its second mapping. */
const MOBILE = { projectId: '10002', programId: 102, programName: 'Mobile' };

/** Align users of the demo world. */
const IN_ALIGN = { ana: '1201', bo: 'Bo.Chen', mia: '1203', kai: '1204', app: '2001' } as const;

/** Plays the days. Keys follow from the order in which issues are created, after those of the seed. */
export async function playDemoWeek(days: DemoDays): Promise<void> {
  await setUp(days.site);
  await mapMobile(days.site);
  await monday(days);
  await tuesday(days);
  await wednesday(days);
  await thursday(days);
}

async function mapMobile(site: Site): Promise<void> {
  const { mapping } = await site.admin('getMapping', { projectId: MOBILE.projectId });
  if (mapping === null) throw new Error('The demo world has no program to map Mobile to.');
  await site.admin('saveMapping', { ...mapping, ...MOBILE });
}

/** What was there before the app is picked up as people touch it, and an epic is planned. */
async function monday(days: DemoDays): Promise<void> {
  const { world } = days.site.jira;
  await days.at('mon 09:12');
  world.edit(ANA, 'PAY-1', { labels: ['checkout', 'q1', 'ux'] });
  await days.at('mon 09:47');
  world.transition(BO, 'PAY-3', 'In Progress');
  world.edit(BO, 'PAY-4', { points: 2, assignee: BO });
  await days.at('mon 10:30');
  world.edit(BO, 'PAY-5', { summary: 'Write migration for saved addresses' });
  await days.at('mon 13:05');
  const epic = { project: 'PAY', type: 'Epic', summary: 'Pay by invoice' };
  world.create(ANA, {
    ...epic,
    description:
      'Companies order now and pay **within 30 days**.\n\n- Germany and Austria first\n- Up to 5,000 € per order',
    assignee: ANA,
    labels: ['b2b', 'q1'],
  });
  await days.at('mon 13:11');
  const story = { project: 'PAY', type: 'Story', parent: 'PAY-6' };
  world.create(ANA, { ...story, summary: 'Offer invoice at checkout', points: 5 });
  await days.at('mon 13:14');
  world.create(ANA, {
    ...story,
    summary: 'Check credit before accepting',
    description:
      'Ask the agency **before** the order is accepted, and never tell the buyer why it said no.\n\n' +
      '1. Ask at most once a day for the same buyer\n2. Offer another way to pay at once\n3. Keep the answer for 30 days, then delete it',
    points: 8,
  });
  await days.at('mon 13:19');
  world.create(BO, {
    ...story,
    summary: 'Send the invoice as PDF',
    description:
      'The buyer gets the invoice **with the order confirmation**, and again in the account.\n\n' +
      '- One file for one order\n- The number comes from `billing`, never from us\n- Readable by the accounting of the buyer',
    points: 3,
    assignee: BO,
  });
  await days.at('mon 15:38');
  const bug = { project: 'PAY', type: 'Bug' };
  world.create(MIA, { ...bug, summary: '3-D Secure window is blocked in Safari' });
  await days.at('mon 15:52');
  world.create(BO, { ...bug, summary: 'Refund e-mail names the wrong currency', assignee: BO });
}

/** Both sides work on the same items. */
async function tuesday(days: DemoDays): Promise<void> {
  const { jira, align } = days.site;
  await days.at('tue 09:20');
  const invoice = await days.itemOf('PAY-6');
  align.world.edit('feature', invoice, { state: 2, points: 16 }, IN_ALIGN.ana);
  jira.world.edit(ADA, 'MOB-1', { labels: ['wallets'], assignee: ANA });
  await days.at('tue 09:34');
  jira.world.edit(MIA, 'MOB-2', { points: 5 });
  await days.at('tue 10:02');
  jira.world.edit(BO, 'PAY-8', { assignee: BO });
  jira.world.transition(BO, 'PAY-8', 'In Progress');
  const atCheckout = { title: 'Offer invoice as a way to pay', tags: 'b2b' };
  align.world.edit('story', await days.itemOf('PAY-7'), atCheckout, IN_ALIGN.ana);
  await days.at('tue 11:15');
  const pdf = { title: 'Attach the invoice as PDF/A-3' };
  align.world.edit('story', await days.itemOf('PAY-9'), pdf, IN_ALIGN.kai);
  days.pass(90_000);
  jira.world.edit(BO, 'PAY-9', { summary: 'Send the e-invoice by mail', points: 5 });
  await days.at('tue 14:26');
  align.world.create(
    'feature',
    {
      title: 'Fraud alerts by e-mail',
      description: '<p>Tell the customer <strong>before</strong> the order ships.</p>',
      state: 1,
      primaryProgramId: 101,
      ownerId: IN_ALIGN.ana,
      tags: 'risk',
    },
    IN_ALIGN.kai,
  );
  await days.at('tue 16:40');
  jira.world.transition(MIA, 'PAY-10', 'In Progress');
  jira.world.edit(MIA, 'PAY-10', {
    description:
      'Only with **Prevent cross-site tracking** on:\n\n1. Pay with a card\n2. Confirm on the page of the bank',
  });
}

/** What one side cannot take, and what needs a person. */
async function wednesday(days: DemoDays): Promise<void> {
  const { jira, align } = days.site;
  await days.at('wed 09:05');
  align.world.edit('story', await days.itemOf('PAY-8'), { ownerId: IN_ALIGN.kai }, IN_ALIGN.kai);
  await days.at('wed 10:31');
  const subtask = { project: 'PAY', type: 'Sub-task' };
  jira.world.create(BO, { ...subtask, summary: 'Get a test account', parent: 'PAY-10' });
  await days.at('wed 10:44');
  jira.world.create(BO, { ...subtask, summary: 'Translate the e-mail', parent: 'PAY-9' });
  await days.at('wed 11:48');
  align.world.tokens.limitRole(IN_ALIGN.app, {
    read: true,
    write: true,
    types: ['feature', 'story', 'task', 'epic', 'capability'],
  });
  const bug = { project: 'PAY', type: 'Bug', points: 1 };
  jira.world.create(MIA, { ...bug, summary: 'Card number field loses focus on iOS' });
  await days.at('wed 11:56');
  jira.world.create(BO, { ...bug, summary: 'IBAN with spaces is refused' });
  await days.at('wed 13:10');
  align.world.tokens.restoreRole(IN_ALIGN.app);
  const story = { project: 'MOB', type: 'Story', parent: 'MOB-1' };
  jira.world.create(MIA, { ...story, summary: 'Show the last four digits', points: 2 });
  await days.at('wed 13:18');
  jira.world.create(MIA, { ...story, summary: 'Add a card from the camera', points: 8 });
  await days.at('wed 15:22');
  jira.world.screens.remove('PAY', 'customfield_10016');
  const started = { effortPoints: 8, state: 2 };
  align.world.edit('story', await days.itemOf('PAY-7'), started, IN_ALIGN.bo);
  await days.at('wed 15:50');
  jira.world.screens.add('PAY', 'customfield_10016');
}

/** The last day, which ends with a title that both sides changed. */
async function thursday(days: DemoDays): Promise<void> {
  const { jira, align } = days.site;
  await days.at('thu 08:58');
  jira.world.transition(BO, 'PAY-2', 'In Review');
  jira.world.edit(BO, 'PAY-2', { points: 8 });
  await days.at('thu 09:33');
  const remember = { summary: 'Remember the delivery address', parent: 'PAY-1', points: 3 };
  jira.world.create(BO, { project: 'PAY', type: 'Story', ...remember });
  await days.at('thu 09:51');
  const coupon = { summary: 'Coupon is applied twice after going back', assignee: ANA };
  jira.world.create(ANA, { project: 'PAY', type: 'Bug', ...coupon });
  await days.at('thu 10:41');
  jira.world.delete(ANA, 'PAY-11');
  await days.at('thu 13:17');
  const yen = { state: 2, title: 'Totals in yen are rounded twice' };
  align.world.edit('defect', await days.itemOf('PAY-4'), yen, IN_ALIGN.bo);
  await days.at('thu 14:08');
  jira.world.edit(BO, 'PAY-8', { points: 13, labels: ['b2b', 'risk'] });
  await days.at('thu 14:52');
  const credit = await days.itemOf('PAY-8');
  jira.world.edit(BO, 'PAY-8', { summary: 'Check credit before the order is accepted' });
  days.pass(150_000);
  align.world.edit('story', credit, { title: 'Credit check at checkout' }, IN_ALIGN.ana);
  await days.at('thu 15:06');
}
