import type { AlignItem } from './item';
import type { JsonObject } from '../json';

const FEATURE_STAGES = [
  'pendingApproval',
  'readyToStart',
  'inProgress',
  'devComplete',
  'testComplete',
];
const PORTFOLIO_STAGES = ['', 'notStarted', 'inProgress'];
const DEFECT_FIXED = 5;

/** The dates and people that Jira Align notes by itself when an item enters a state. */
export function stateStamps(item: AlignItem, state: number, at: string, uid: string): JsonObject {
  switch (item.type) {
    case 'feature':
      return state === 5
        ? { acceptedDate: at, acceptedUserId: uid }
        : { ...stage(FEATURE_STAGES[state], at, uid), acceptedDate: null, acceptedUserId: null };
    case 'epic':
    case 'capability':
      return state === 3
        ? { acceptedDate: at, acceptedUserId: uid }
        : { ...stage(PORTFOLIO_STAGES[state], at, uid), acceptedDate: null, acceptedUserId: null };
    case 'story':
      return state === 5
        ? { acceptedDate: at, acceptedBy: uid, isAccepted: true }
        : { acceptedDate: null, acceptedBy: null, isAccepted: false };
    case 'task':
      return state === 2
        ? { inProgressDate: at, completedDate: null }
        : { completedDate: state === 3 ? at : null };
    case 'defect':
      return state >= DEFECT_FIXED
        ? { closeDate: at, closedBy: uid, fixedBy: state === DEFECT_FIXED ? uid : null }
        : { closeDate: null, closedBy: null, fixedBy: null };
  }
}

function stage(name: string | undefined, at: string, uid: string): JsonObject {
  return name ? { [`${name}Date`]: at, [`${name}By`]: uid } : {};
}
