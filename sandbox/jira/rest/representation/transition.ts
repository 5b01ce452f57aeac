import { RESOLUTIONS } from '../../world/catalog';
import type { JiraState } from '../../world/state';
import type { Transition } from '../../world/workflow';
import { resolutionJson, statusJson } from './entities';
import { fieldMetadata } from './field-metadata';

/** `IssueTransition` of REST v3. */
export function transitionJson(
  { id, name, to, screen, isConditional }: Transition,
  state: JiraState,
  baseUrl: string,
  withFields: boolean,
) {
  return {
    id,
    name,
    to: statusJson(to, baseUrl),
    hasScreen: screen !== null,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional,
    isLooped: false,
    ...(withFields ? { fields: screenJson(screen ?? {}, state, baseUrl) } : {}),
  };
}

function screenJson(screen: Record<string, boolean>, state: JiraState, baseUrl: string) {
  const entries = Object.entries(screen).map(([id, required]) => {
    const field = state.fields.find((one) => one.id === id);
    const metadata = field
      ? { ...fieldMetadata(field, required, baseUrl), hasDefaultValue: false }
      : resolutionMetadata(required, baseUrl);
    return [id, metadata];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function resolutionMetadata(required: boolean, baseUrl: string) {
  return {
    required,
    schema: { type: 'resolution', system: 'resolution' },
    name: 'Resolution',
    key: 'resolution',
    hasDefaultValue: false,
    operations: ['set'],
    allowedValues: RESOLUTIONS.map(({ id }) => resolutionJson(id, baseUrl)),
  };
}
