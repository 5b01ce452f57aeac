import { DEFAULT_FIELDS } from './fields/default-fields';
import type { Person } from './model';
import { seedPlanning, STORY_PLAN } from './seed-planning';
import * as documents from './seed-documents';
import type { JiraState } from './state';
import { JiraWorld } from './world';

export const ADA = '712020:ada-admin';
export const ANA = '712020:ana-silva';
export const BO = '712020:bo-chen';
export const MIA = '712020:mia-krystof';
/** The app's own account: what `asApp()` acts as. */
export const APP = '712020:align-connector-app';

const person = (accountId: string, displayName: string, more: Partial<Person> = {}): Person => ({
  accountId,
  displayName,
  emailAddress: `${displayName.toLowerCase().replace(' ', '.')}@acme.example`,
  emailHidden: false,
  accountType: 'atlassian',
  active: true,
  timeZone: 'Europe/Lisbon',
  ...more,
});

/** People and the app's account. Mia hides her address. */
export const PEOPLE: readonly Person[] = [
  person(ADA, 'Ada Okafor'),
  person(ANA, 'Ana Silva'),
  person(BO, 'Bo Chen'),
  person(MIA, 'Mia Krystof', { emailHidden: true }),
  person(APP, 'Align Connector for Jira', {
    accountType: 'app',
    emailAddress: '',
    emailHidden: true,
  }),
];

/**
 * Fills a site with the accounts and the two projects of the demo, without issues.
 * @param now epoch milliseconds, what sprints and releases are dated around
 * @returns the world that was filled
 */
export function seedSite(world: JiraWorld, now: number): JiraWorld {
  for (const someone of PEOPLE) world.addPerson(someone);
  world.addProject({ id: '10001', key: 'PAY', name: 'Payments', leadAccountId: ANA });
  world.addProject({
    id: '10002',
    key: 'MOB',
    name: 'Mobile app',
    leadAccountId: ADA,
    hasInitiatives: true,
  });
  world.permissions.grantGlobal('ADMINISTER', ADA);
  world.permissions.grantGlobal('USER_PICKER', ...PEOPLE.map(({ accountId }) => accountId));
  world.permissions.grant('PAY', 'ADMINISTER_PROJECTS', ADA, ANA);
  world.permissions.grant('MOB', 'ADMINISTER_PROJECTS', ADA);
  world.screens.remove('MOB', 'reporter');
  world.workflow.forbid('PAY', 'To Do', 'Done');
  world.workflow.forbid('MOB', 'To Do', 'Done');
  seedPlanning(world, now);
  return world;
}

/** The state of the demo site: its issues have a history of a few days before `now`. */
export function seededState(state: JiraState, now: number): JiraState {
  let at = now - 6 * DAY;
  const tick = () => (at += 37 * MINUTE);
  const world = seedSite(
    new JiraWorld(state, { now: tick, announce: () => undefined, saved: () => undefined }),
    now,
  );
  seedPayments(world);
  seedMobile(world);
  return state;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Fields of a site that nobody has changed. */
export const seedFields = () => structuredClone([...DEFAULT_FIELDS]);

function seedPayments(world: JiraWorld): void {
  world.create(ANA, {
    project: 'PAY',
    type: 'Epic',
    summary: 'Checkout redesign',
    description: documents.CHECKOUT_REDESIGN,
    labels: ['ux', 'q1'],
    assignee: ANA,
    priority: 'High',
  });
  world.create(ANA, {
    project: 'PAY',
    type: 'Story',
    summary: 'One-page checkout',
    description: documents.ONE_PAGE_CHECKOUT,
    parent: 'PAY-1',
    points: 5,
    assignee: BO,
    labels: ['ux'],
    fields: STORY_PLAN,
  });
  world.create(ANA, {
    project: 'PAY',
    type: 'Story',
    summary: 'Saved cards',
    description: documents.SAVED_CARDS,
    parent: 'PAY-1',
    points: 3,
  });
  world.create(MIA, {
    project: 'PAY',
    type: 'Bug',
    summary: 'Totals rounded twice in JPY',
    description: documents.TOTALS_IN_YEN,
    priority: 'Highest',
    assignee: MIA,
  });
  world.create(BO, {
    project: 'PAY',
    type: 'Sub-task',
    summary: 'Write migration',
    description: documents.WRITE_MIGRATION,
    parent: 'PAY-2',
    assignee: BO,
  });
  world.transition(ANA, 'PAY-1', 'In Progress');
  world.transition(BO, 'PAY-2', 'In Progress');
  world.edit(ANA, 'PAY-4', { labels: ['currency'] });
}

function seedMobile(world: JiraWorld): void {
  world.create(ADA, {
    project: 'MOB',
    type: 'Epic',
    summary: 'Wallets in the app',
    description: documents.MOBILE_WALLETS,
    assignee: MIA,
  });
  world.create(MIA, {
    project: 'MOB',
    type: 'Story',
    summary: 'Pay with a tap',
    parent: 'MOB-1',
    points: 8,
    assignee: MIA,
  });
}
