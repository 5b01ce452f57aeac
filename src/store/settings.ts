import { AlignAuth } from '../contract/connection';
import { ProjectMapping } from '../contract/mapping';
import type { SettingsStore } from '../domain/ports/store';
import type { Connection, MappingIndex } from '../domain/settings';
import { stored, type Kvs } from './kvs';

const CONNECTION = 'connection';
const ALIGN_AUTH = 'align-auth';
const INDEX = 'mapping-index';
const mappingKey = (projectId: string) => `mapping:${projectId}`;

const NO_MAPPINGS: MappingIndex = { v: 1, projects: [] };

export function settingsStore(kvs: Kvs): SettingsStore {
  return {
    async connection() {
      return (await stored('read the connection', () => kvs.get<Connection>(CONNECTION))) ?? null;
    },
    async saveConnection(connection) {
      await stored('save the connection', () => kvs.set(CONNECTION, connection));
    },
    async alignAuth() {
      const secret = await stored('read the token', () => kvs.getSecret<unknown>(ALIGN_AUTH));
      return secret === undefined ? null : AlignAuth.parse(secret);
    },
    async saveAlignAuth(auth) {
      await stored('save the token', () => kvs.setSecret(ALIGN_AUTH, auth));
    },
    async removeAlignAuth() {
      await stored('remove the token', () => kvs.deleteSecret(ALIGN_AUTH));
    },
    async mappingIndex() {
      return (await stored('read the mappings', () => kvs.get<MappingIndex>(INDEX))) ?? NO_MAPPINGS;
    },
    async mapping(projectId) {
      const saved = await stored('read a mapping', () => kvs.get<unknown>(mappingKey(projectId)));
      return saved === undefined ? null : ProjectMapping.parse(saved);
    },
    async saveMapping(mapping, index) {
      await stored('save a mapping', () =>
        kvs.transact().set(mappingKey(mapping.projectId), mapping).set(INDEX, index).execute(),
      );
    },
  };
}
