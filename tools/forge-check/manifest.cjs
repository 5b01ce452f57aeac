'use strict';
// Usage: node manifest.cjs [app folder]. Exit code 1 when manifest.yml would be refused.
// Takes 2 s where the whole lint takes 10, and looks at three things that the official validator
// leaves alone: event names, resource icons, and functions that no module uses.
const fs = require('node:fs');
const path = require('node:path');
const { ProcessorBuilder, ValidationTypes } = require('@forge/manifest');
const { enterApp, run } = require('./app-folder.cjs');

/** Every product event that Forge maps to a scope. The validator lets unknown names through. */
function knownEvents() {
  const home = path.dirname(require.resolve('@forge/manifest'));
  const file = path.join(home, 'mapping', 'product-event-to-scope-mapping.json');
  const { mapping } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return new Set(mapping.map((entry) => entry.productEvent));
}

function* unknownEvents(modules) {
  const known = knownEvents();
  for (const trigger of modules.trigger ?? []) {
    for (const event of trigger.events) {
      const name = typeof event === 'string' ? event : event.eventType;
      if (!name.startsWith('avi:forge:') && !known.has(name)) {
        yield `trigger ${trigger.key}: no product event is named ${name}`;
      }
    }
  }
}

/** `icon: resource:<key>;<file>` is checked for its form only; a file that is missing shows nothing. */
function* missingIcons(modules, resources) {
  for (const module of Object.values(modules).flat()) {
    const [, key, file] = /^resource:([^;]+);(.+)$/.exec(module.icon ?? '') ?? [];
    if (!key) continue;
    const folder = resources.find((resource) => resource.key === key)?.path;
    if (!folder || !fs.existsSync(path.join(folder, file))) {
      yield `${module.key}: its icon ${module.icon} is not a file (run the build first)`;
    }
  }
}

function* unusedFunctions(modules) {
  const rest = Object.fromEntries(Object.entries(modules).filter(([type]) => type !== 'function'));
  const used = new Set(
    Object.values(rest)
      .flat()
      .flatMap((module) => [module.function, module.resolver?.function]),
  );
  for (const { key } of modules.function ?? []) {
    if (!used.has(key)) yield `function ${key}: no module uses it`;
  }
}

run(async () => {
  enterApp(process.argv[2]);
  const processor = ProcessorBuilder.instance()
    .withValidation(ValidationTypes.FULL)
    .withOptions({ deprecatedRuntimes: [] })
    .build();
  const { errors = [], manifestObject } = await processor.process();
  for (const { line, column, level, message } of errors) {
    console.error(`manifest.yml:${line}:${column} ${level} ${message}`);
  }
  const { modules = {}, resources = [] } = manifestObject?.typedContent ?? {};
  const further = [
    ...unknownEvents(modules),
    ...missingIcons(modules, resources),
    ...unusedFunctions(modules),
  ];
  for (const problem of further) console.error(`manifest.yml error ${problem}`);
  const problems = errors.length + further.length;
  console.log(
    problems === 0 ? 'manifest.yml: no problems' : `manifest.yml: ${problems} problem(s)`,
  );
  return problems === 0 ? 0 : 1;
});
