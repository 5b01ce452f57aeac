import * as z from 'zod/mini';
import { AlignType } from './common';
import { ProjectMapping } from './mapping';

/** What an import says of a part of the connector's configuration, taken over or left. */
export const ImportNoteCode = z.enum([
  /** No connector of the vendor's maps the project, so the draft is what it was. */
  'NOT_CONNECTED_THERE',
  'PROGRAM_TAKEN',
  /** The project has no program there, or one that the token's user does not see. */
  'PROGRAM_NOT_TAKEN',
  /** The project is mapped to several programs, and a mapping has one. */
  'SEVERAL_PROGRAMS',
  'STATES_TAKEN',
  'STATES_NONE',
  /** No work type of the project becomes this Align type. */
  'TYPE_NOT_MAPPED',
  /** Statuses that no work type of the Align type has (any more). */
  'STATUSES_GONE',
  /** States that Jira Align's API does not have. */
  'STATES_UNKNOWN',
  /** States that lead back to more than one status; the first is taken. */
  'STATES_TWICE',
  /** Levels that the app knows no Align type for. */
  'LEVELS_UNKNOWN',
  'PRIORITIES_TAKEN',
  'PRIORITIES_NOT_TAKEN',
  'BOARDS_AND_TEAMS',
  /** The draft of a project that was not mapped yet is switched off. */
  'SYNC_IS_OFF',
]);
export type ImportNoteCode = z.infer<typeof ImportNoteCode>;

/** One note of an import. */
export const ImportNote = z.object({
  code: ImportNoteCode,
  /** The Align type that it is about; null when it is about the project. */
  alignType: z.nullable(AlignType),
  /** How many pairs were taken; 0 where nothing is counted. */
  count: z.int(),
  /** What it is about, by name; a number where there is no name. */
  names: z.array(z.string()),
});
export type ImportNote = z.infer<typeof ImportNote>;

/** A mapping drawn up from the vendor's connector, for a person to confirm. Nothing of it is saved. */
export const ImportedMapping = z.object({ draft: ProjectMapping, notes: z.array(ImportNote) });
export type ImportedMapping = z.infer<typeof ImportedMapping>;
