import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const attribute = z.object({ type: z.enum(['string', 'boolean', 'integer', 'float', 'any']) });

const index = z.union([
  z.string().transform((name) => ({ name, partition: [] as string[], range: [name] })),
  z.object({
    name: z.string(),
    partition: z.array(z.string()).default([]),
    range: z.array(z.string()).length(1),
  }),
]);

const entity = z.object({
  name: z.string(),
  attributes: z.record(z.string(), attribute),
  indexes: z.array(index).default([]),
});

const functionModule = z.object({
  key: z.string(),
  handler: z
    .string()
    .regex(/^[\w./-]+\.\w+$/, 'a handler is <file>.<export>, for example index.onIssueEvent'),
  timeoutSeconds: z.number().int().min(1).max(900).optional(),
});

const uiModule = z.looseObject({
  key: z.string(),
  title: z.string().optional(),
  resource: z.string().optional(),
  resolver: z.object({ function: z.string() }).optional(),
});

const modules = z
  .object({
    function: z.array(functionModule).default([]),
    trigger: z
      .array(
        z.object({
          key: z.string(),
          function: z.string(),
          events: z.array(z.string()),
          filter: z
            .object({ ignoreSelf: z.boolean().optional(), expression: z.string().optional() })
            .optional(),
        }),
      )
      .default([]),
    consumer: z
      .array(z.object({ key: z.string(), queue: z.string(), function: z.string() }))
      .default([]),
    scheduledTrigger: z
      .array(
        z.object({
          key: z.string(),
          function: z.string(),
          interval: z.enum(['fiveMinute', 'hour', 'day', 'week']),
        }),
      )
      .default([]),
  })
  .catchall(z.array(uiModule));

const scopes = z.union([
  z.array(z.string()).transform((names) => new Map(names.map((name) => [name, false] as const))),
  z
    .record(z.string(), z.object({ allowImpersonation: z.boolean().optional() }).nullable())
    .transform(
      (map) =>
        new Map(Object.entries(map).map(([name, o]) => [name, o?.allowImpersonation === true])),
    ),
]);

const manifestSchema = z.object({
  app: z.object({
    id: z.string(),
    runtime: z.object({ name: z.string(), memoryMB: z.number().default(512) }),
    storage: z.object({ entities: z.array(entity).default([]) }).optional(),
  }),
  modules,
  resources: z.array(z.object({ key: z.string(), path: z.string() })).default([]),
  permissions: z
    .object({
      scopes: scopes.default(new Map()),
      external: z.record(z.string(), z.unknown()).optional(),
      content: z.record(z.string(), z.unknown()).optional(),
    })
    .default({ scopes: new Map() }),
});

type ParsedManifest = z.output<typeof manifestSchema>;

/** A custom entity as declared under `app.storage.entities`; an index named by a string is expanded. */
export type DeclaredEntity = z.output<typeof entity>;
export type DeclaredFunction = z.output<typeof functionModule>;
export type TriggerModule = ParsedManifest['modules']['trigger'][number];
export type ConsumerModule = ParsedManifest['modules']['consumer'][number];
export type ScheduledTriggerModule = ParsedManifest['modules']['scheduledTrigger'][number];
/** A module of the user interface, with its type (for example `jira:adminPage`). */
export type UiModule = z.output<typeof uiModule> & { type: string };

/** The parts of manifest.yml that the host acts on. */
export interface Manifest {
  appId: string;
  memoryMB: number;
  entities: DeclaredEntity[];
  functions: Map<string, DeclaredFunction>;
  triggers: TriggerModule[];
  consumers: ConsumerModule[];
  schedules: ScheduledTriggerModule[];
  uiModules: Map<string, UiModule>;
  /** Resource key to its folder, absolute. */
  resources: Map<string, string>;
  /** Scope name to "offline impersonation allowed". */
  scopes: Map<string, boolean>;
  /** `permissions.external` and `permissions.content` as written, for @forge/egress and @forge/csp. */
  external: Record<string, unknown>;
  content: Record<string, unknown>;
}

const BACK_END_MODULES = new Set(['function', 'trigger', 'consumer', 'scheduledTrigger']);

/**
 * Reads `<appDir>/manifest.yml`.
 * @throws Error naming the file, the path in it and what is wrong, when the manifest cannot be used;
 *   also when a module names a function that is not declared.
 */
export function readManifest(appDir: string): Manifest {
  const file = path.join(appDir, 'manifest.yml');
  const result = manifestSchema.safeParse(parse(readFileSync(file, 'utf8')));
  if (!result.success) throw new Error(`${file} cannot be used:\n${z.prettifyError(result.error)}`);
  const { app, modules: declared, resources, permissions } = result.data;
  const manifest: Manifest = {
    appId: app.id.split('/').at(-1) ?? app.id,
    memoryMB: app.runtime.memoryMB,
    entities: app.storage?.entities ?? [],
    functions: new Map(declared.function.map((f) => [f.key, f])),
    triggers: declared.trigger,
    consumers: declared.consumer,
    schedules: declared.scheduledTrigger,
    uiModules: new Map(uiModulesOf(declared).map((m) => [m.key, m])),
    resources: new Map(resources.map((r) => [r.key, path.resolve(appDir, r.path)])),
    scopes: permissions.scopes,
    external: permissions.external ?? {},
    content: permissions.content ?? {},
  };
  refuseUnknownFunctions(file, manifest);
  return manifest;
}

function uiModulesOf(declared: ParsedManifest['modules']): UiModule[] {
  return Object.entries(declared).flatMap(([type, list]) =>
    BACK_END_MODULES.has(type) ? [] : (list as UiModule[]).map((m) => ({ ...m, type })),
  );
}

function refuseUnknownFunctions(file: string, manifest: Manifest): void {
  const named = [...manifest.triggers, ...manifest.consumers, ...manifest.schedules].map(
    (m) => [m.key, m.function] as const,
  );
  for (const m of manifest.uiModules.values()) {
    if (m.resolver) named.push([m.key, m.resolver.function]);
  }
  for (const [moduleKey, functionKey] of named) {
    if (!manifest.functions.has(functionKey)) {
      throw new Error(
        `${file}: module ${moduleKey} names function ${functionKey}, which is not declared under modules.function.`,
      );
    }
  }
}
