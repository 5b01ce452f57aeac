import type { JsonObject } from '../json';

/** The vendor's own Jira connector as its API tells of it: an array per part of the path. */
export interface VendorConnector {
  id: number;
  name: string;
  projects: JsonObject[];
  boards: JsonObject[];
  priorities: JsonObject[];
  teamMappings: JsonObject[];
  /** Jira status to Align state, for all projects. */
  statesFromJira: JsonObject[];
  /** Align state to Jira status, per project. */
  statesToJira: JsonObject[];
}

const CONNECTOR_ID = 3;
/** Feature and story, as value streams number the levels; that mappings do too is not verified. */
const FEATURE_LEVEL = 2;
const STORY_LEVEL = 3;

const STATES: readonly [
  jiraStatusId: number,
  jiraStatusName: string,
  state: number,
  name: string,
][] = [
  [10100, 'To Do', 1, 'Ready to Start'],
  [10101, 'In Progress', 2, 'In Progress'],
  [10102, 'In Review', 4, 'Test Complete'],
  [10103, 'Done', 5, 'Accepted'],
];
const PRIORITIES = ['Critical', 'High', 'Medium', 'Low'];
const JIRA_PRIORITIES = ['Highest', 'High', 'Medium', 'Low'];

const stamps = {
  createDate: '2026-01-10T08:00:00.000Z',
  createdBy: '1204',
  lastUpdatedDate: null,
  lastUpdatedBy: null,
  // The vendor's property begins with the Cyrillic letter es.
  '\u0441onnector': null,
};

/** A connector that maps the Jira project PAY to the program Payments. */
export function payConnector(): VendorConnector {
  const own = { connectorId: CONNECTOR_ID, ...stamps };
  return {
    id: CONNECTOR_ID,
    name: 'acme.atlassian.net',
    projects: [
      {
        id: 31,
        ...own,
        projectId: 10001,
        projectKey: 'PAY',
        projectName: 'Payments',
        programId: 101,
        errorMessage: null,
      },
    ],
    boards: [
      {
        id: 32,
        ...own,
        boardId: 1,
        boardName: 'Payments board',
        programId: 101,
        teamId: 301,
        teamName: 'Checkout',
        areSprintsEnabled: true,
        originSprints: false,
        errorMessage: null,
      },
    ],
    priorities: PRIORITIES.map((jiraAlignPriority, index) => ({
      id: 40 + index,
      ...own,
      itemTypeId: FEATURE_LEVEL,
      jiraPriorityId: index + 1,
      jiraPriorityName: JIRA_PRIORITIES[index] ?? null,
      priorityId: index + 1,
      jiraAlignPriority,
    })),
    teamMappings: [
      {
        id: 50,
        ...own,
        JiraCustomFieldId: 'customfield_10001',
        jiraCustomFieldType: 'team',
        jiraTeamValue: 'Checkout',
        childTeamValue: null,
        teamId: 301,
      },
    ],
    statesFromJira: stateRows(),
    statesToJira: stateRows().map((row) => ({ ...row, projectKey: 'PAY' })),
  };
}

function stateRows(): JsonObject[] {
  return [FEATURE_LEVEL, STORY_LEVEL].flatMap((workItemTypeId) =>
    STATES.map(([jiraStatusId, jiraStatusName, alignStateId, alignStateName]) => ({
      id: workItemTypeId * 100 + alignStateId,
      connectorId: CONNECTOR_ID,
      workItemTypeId,
      jiraStatusId,
      jiraStatusName,
      alignStateId,
      alignStateName,
    })),
  );
}
