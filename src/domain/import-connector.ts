import type { ImportedMapping, ImportNote } from '../contract/import-mapping';
import type { MappingOptions, ProjectMapping } from '../contract/mapping';
import { importNote, noteOf, type Imported } from './import-note';
import { importPriorities } from './import-priorities';
import { importStates, IMPORTED_TYPES } from './import-states';
import type { ConnectorMappings, ConnectorProject } from './ports/align-connector';

/** What the connector says of the project. */
export interface ConnectorConfiguration {
  /** The rows that name the project: one for each program it is mapped to. */
  readonly projects: readonly ConnectorProject[];
  readonly mappings: ConnectorMappings;
}

/** What a draft is drawn up from. */
export interface ImportInput {
  /** The mapping as saved, or as suggested for a project that has none. */
  readonly base: ProjectMapping;
  readonly options: Pick<MappingOptions, 'saved' | 'issueTypes' | 'programs'>;
  /** Null when no connector maps the project. */
  readonly configuration: ConnectorConfiguration | null;
}

/**
 * Draws up a mapping from the vendor's connector: its program, its states in both directions and its priorities take
 * the place of what the base has, everything else stays. A project that is not mapped yet stays switched off, because
 * the vendor's connector has to be off first.
 */
export function importConnector({ base, options, configuration }: ImportInput): ImportedMapping {
  const draft = options.saved ? base : { ...base, enabled: false };
  const off = options.saved ? [] : [importNote('SYNC_IS_OFF')];
  if (configuration === null) return { draft, notes: [importNote('NOT_CONNECTED_THERE'), ...off] };
  const { mappings, projects } = configuration;
  const steps: readonly ((draft: ProjectMapping) => Imported)[] = [
    (before) => importProgram(before, projects, options.programs),
    ...IMPORTED_TYPES.map(
      (type) => (before: ProjectMapping) =>
        importStates(before, type, mappings, options.issueTypes),
    ),
    (before) => importPriorities(before, mappings.priorities),
  ];
  const start: Imported = { draft, notes: [] };
  const done = steps.reduce<Imported>((last, step) => {
    const next = step(last.draft);
    return { draft: next.draft, notes: [...last.notes, ...next.notes] };
  }, start);
  return {
    draft: done.draft,
    notes: [...done.notes, ...unknownLevels(mappings), importNote('BOARDS_AND_TEAMS'), ...off],
  };
}

/** The first program that the token's user sees. */
function importProgram(
  draft: ProjectMapping,
  projects: readonly ConnectorProject[],
  programs: MappingOptions['programs'],
): Imported {
  const ids = [...new Set(projects.flatMap(({ programId }) => programId ?? []))];
  const named = (id: number) => programs.find((program) => program.id === id);
  const names = ids.map((id) => named(id)?.title ?? String(id));
  const program = ids.map(named).find((one) => one !== undefined);
  const several = ids.length > 1 ? [importNote('SEVERAL_PROGRAMS', { names })] : [];
  if (program === undefined) {
    return { draft, notes: [importNote('PROGRAM_NOT_TAKEN', { names }), ...several] };
  }
  return {
    draft: { ...draft, programId: program.id, programName: program.title },
    notes: [importNote('PROGRAM_TAKEN', { names: [program.title] }), ...several],
  };
}

function unknownLevels({ toAlign, toJira, priorities }: ConnectorMappings): ImportNote[] {
  const unknown = [...toAlign, ...toJira, ...priorities].filter(({ type }) => type === null);
  return noteOf(
    'LEVELS_UNKNOWN',
    unknown.map(({ number }) => String(number ?? '?')),
  );
}
