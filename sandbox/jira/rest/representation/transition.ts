import { RESOLUTIONS } from '../../world/catalog';
import type { Transition } from '../../world/workflow';
import { resolutionJson, statusJson } from './entities';
import { fieldMetadata, type MetadataScope } from './field-metadata';

/** `IssueTransition` of REST v3. */
export function transitionJson(
  { id, name, to, screen, isConditional }: Transition,
  scope: MetadataScope,
  withFields: boolean,
) {
  return {
    id,
    name,
    to: statusJson(to, scope.baseUrl),
    hasScreen: screen !== null,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional,
    isLooped: false,
    ...(withFields ? { fields: screenJson(screen ?? {}, scope) } : {}),
  };
}

function screenJson(screen: Record<string, boolean>, scope: MetadataScope) {
  const entries = Object.entries(screen).map(([id, required]) => {
    const field = scope.state.fields.find((one) => one.id === id);
    const metadata = field
      ? { ...fieldMetadata(field, required, scope), hasDefaultValue: false }
      : resolutionMetadata(required, scope.baseUrl);
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
