import { choiceIn, choices } from './choice';

/** Versions and release vehicles, both as sets. */
export const fixVersion = choices({
  name: 'fixVersion',
  words: { jira: 'version', align: 'release vehicle' },
  jira: {
    fieldId: () => 'fixVersions',
    read: (raw) => (Array.isArray(raw) ? raw : []).flatMap((one) => choiceIn(one) ?? []),
    payload: (versions) => versions.map(({ id }) => ({ id })),
    changeNames: ['Fix Version'],
  },
  align: {
    property: 'vehicleIds',
    read: (item) => item.more.vehicleIds ?? [],
    unnamed: (id) => `Release vehicle ${id}`,
  },
});
