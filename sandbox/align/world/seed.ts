import { AuditLog } from './audit-log';
import { blankFields, type AlignItem } from './item';
import { Organisation } from './organisation';
import { People, type Person } from './people';
import { Tokens } from './tokens';
import { completeCustomFields } from './custom-fields';
import { payConnector, type VendorConnector } from './vendor-connector';
import type { WorldParts } from './world';
import type { ItemType } from '../item-types';
import type { JsonObject } from '../json';

const SITE = 'acme.example';

function person(id: number, uid: string, name: string, mailbox: string, role: string): Person {
  const [firstName = '', ...rest] = name.split(' ');
  return { id, uid, firstName, lastName: rest.join(' '), email: `${mailbox}@${SITE}`, role };
}

function people(): People {
  return new People([
    person(1201, '1201', 'Ana Silva', 'ana.silva', 'Program Manager'),
    person(1202, 'Bo.Chen', 'Bo Chen', 'bo.chen', 'Team Member'),
    person(1203, '1203', 'Mia Krystof', 'mia.krystof', 'Team Member'),
    person(1204, '1204', 'Kai Lund', 'kai.lund', 'Portfolio Manager'),
    person(2001, '2001', 'Jira Sync (service account)', 'jira-sync', 'Integration'),
  ]);
}

function organisation(connector?: VendorConnector): Organisation {
  const dates = { startDate: '2026-01-05T00:00:00.000Z', endDate: '2026-03-27T00:00:00.000Z' };
  return new Organisation({
    portfolio: [{ id: 11, title: 'Commerce', description: 'Everything a customer buys with' }],
    program: [
      { id: 101, title: 'Payments', portfolioId: 11, teamId: 311, teamDescription: 'Payments' },
      { id: 102, title: 'Mobile', portfolioId: 11, teamId: 312, teamDescription: 'Mobile apps' },
    ],
    team: [
      { id: 301, name: 'Checkout', shortName: 'CHK', programId: 101, isActive: true },
      { id: 302, name: 'App shell', shortName: 'APP', programId: 102, isActive: true },
    ],
    release: [
      { id: 401, title: 'PI-26.1', portfolioId: 11, programIds: [101, 102], ...dates },
      {
        id: 402,
        title: 'PI-26.2',
        portfolioId: 11,
        programIds: [101, 102],
        startDate: '2026-03-30T00:00:00.000Z',
        endDate: '2026-06-19T00:00:00.000Z',
      },
    ],
    iteration: [
      {
        id: 451,
        title: 'PI-26.1 sprint 1',
        releaseId: 401,
        programId: 101,
        teamId: 301,
        beginDate: '2026-01-05T00:00:00.000Z',
        endDate: '2026-01-16T00:00:00.000Z',
      },
      {
        id: 452,
        title: 'PI-26.1 sprint 2',
        releaseId: 401,
        programId: 101,
        teamId: 301,
        beginDate: '2026-01-19T00:00:00.000Z',
        endDate: '2026-01-30T00:00:00.000Z',
      },
    ],
    product: [{ id: 601, title: 'Storefront', shortName: 'STORE', isActive: true }],
    vehicle: [
      { id: 701, title: '2.0', portfolioId: 11, programIds: [101], releaseId: 401, ...dates },
      { id: 702, title: '2.1', portfolioId: 11, programIds: [101], releaseId: 402 },
    ],
    connector: connector ? [{ id: connector.id, name: connector.name }] : [],
  });
}

function item(type: ItemType, id: number, createDate: string, fields: JsonObject): AlignItem {
  const all = { ...blankFields(type), id, createDate, ...fields };
  return { type, id, fields: all, recycled: false, version: 1 };
}

function items(): AlignItem[] {
  return [
    item('epic', 41, '2026-01-12T09:00:00.000Z', {
      title: 'Grow online revenue',
      description:
        '<p>Lift <strong>conversion</strong> from basket to order by two points this year.</p>',
      state: 2,
      type: 1,
      primaryProgramId: 101,
      ownerId: '1204',
      createdBy: '1204',
      tags: 'growth',
      lastUpdatedDate: '2026-02-02T10:15:30.250Z',
      lastUpdatedBy: '1201',
      customFields: completeCustomFields([], () => 0),
    }),
    item('feature', 501, '2026-02-16T13:20:00.000Z', {
      title: 'Fraud screening',
      description:
        '<p>Score every order before capture.</p><ul><li>Rules for velocity and amount</li>' +
        '<li>A review queue for the doubtful ones</li></ul>',
      state: 1,
      type: 1,
      primaryProgramId: 101,
      ownerId: '1204',
      createdBy: '1204',
      priority: 2,
      points: 8,
      tags: 'risk, orders',
    }),
  ];
}

const LAST_IDS = { feature: 501, epic: 41, capability: 20, story: 7000, defect: 300, task: 9000 };

/** Items that the vendor's connector keeps: this app must leave them alone unless told otherwise. */
function connectedItems(): AlignItem[] {
  const owned = { connectorId: 3, jiraProjectKey: 'PAY', primaryProgramId: 101, createdBy: '1204' };
  return [
    item('feature', 502, '2026-02-20T08:00:00.000Z', {
      title: 'Checkout redesign',
      description: '<p>Kept by the connector of the vendor.</p>',
      state: 2,
      externalKey: 'PAY-1',
      ...owned,
    }),
    item('feature', 503, '2026-02-21T08:00:00.000Z', {
      title: 'Gift cards',
      description: '<p>Waits for the connector of the vendor to create its issue.</p>',
      state: 0,
      ...owned,
    }),
  ];
}

/** The demo site `acme.jiraalign.com`; with `empty` its people and programs, but no items. */
export function seed(now: () => number, empty = false, withConnector = false): WorldParts {
  const connector = withConnector ? payConnector() : undefined;
  const seeded = empty ? [] : [...items(), ...(connector ? connectedItems() : [])];
  const audit = new AuditLog();
  for (const { type, id, fields } of seeded) {
    audit.add({
      type,
      itemId: id,
      at: String(fields.createDate),
      uid: String(fields.createdBy),
      via: 'page',
      action: 'created',
      field: null,
      from: null,
      to: null,
    });
  }
  const tokens = new Tokens([
    { uid: '2001', kind: 'personal', secret: 'sandbox-align-token', expired: false },
    { uid: '2001', kind: 'atlassian', secret: 'sandbox-atlassian-token', expired: false },
  ]);
  return {
    people: people(),
    organisation: organisation(connector),
    connector,
    tokens,
    audit,
    items: seeded,
    lastIds: { ...LAST_IDS, feature: LAST_IDS.feature + (connector ? 2 : 0) },
    now,
  };
}
