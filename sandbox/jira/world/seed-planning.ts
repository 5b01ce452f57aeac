import { TEAM_ID, SPRINT_ID } from './fields/default-fields';
import type { JiraWorld } from './world';

const DAY = 86_400_000;

/** Ids of the demo site's sprints, and of a team. */
export const CURRENT_SPRINT = 1;
export const NEXT_SPRINT = 2;
export const CHECKOUT_TEAM = '36885b3c-1bf0-4f85-a357-c5b858c31de4';

const day = (epochMs: number) => new Date(epochMs).toISOString().slice(0, 10);

/**
 * Two versions, a board with the current sprint and the next one, and two teams.
 * @param now epoch milliseconds: the current sprint is half over then
 */
export function seedPlanning({ planning }: JiraWorld, now: number): void {
  planning.addVersion('PAY', {
    name: '1.0',
    description: 'The first public checkout',
    released: true,
    releaseDate: day(now - 30 * DAY),
  });
  planning.addVersion('PAY', { name: '2.0', releaseDate: day(now + 45 * DAY) });
  const board = planning.addBoard('PAY', 'Payments board');
  planning.addSprint(board.id, {
    name: 'Payments sprint 7',
    goal: 'One page from basket to receipt',
    state: 'active',
    startDate: now - 7 * DAY,
    endDate: now + 7 * DAY,
  });
  planning.addSprint(board.id, {
    name: 'Payments sprint 8',
    startDate: now + 7 * DAY,
    endDate: now + 21 * DAY,
  });
  planning.addTeam({ id: CHECKOUT_TEAM, name: 'Checkout' });
  planning.addTeam({ id: '5b1e9f7a-6c1d-4f0e-8c3b-2d9a0f6c7e11', name: 'Wallets' });
}

/** What the first story of the demo is planned with. */
export const STORY_PLAN = {
  [SPRINT_ID]: CURRENT_SPRINT,
  [TEAM_ID]: CHECKOUT_TEAM,
  fixVersions: [{ name: '2.0' }],
};
