import { bundleSimulator } from '../bundle';
import { runSeeds } from '../pool';
import { DEFECTS, type Defect } from './defects';

/** A defect that no seed up to this one catches has survived. */
const SEEDS = 600;

interface Caught {
  seed: number;
  property: string;
  tried: number;
}

/** The first seed, in order of running, in which a property fails; null when the defect survives. */
async function hunt({ patches }: Defect): Promise<Caught | null> {
  const bundle = await bundleSimulator(patches);
  let caught: Caught | null = null;
  let tried = 0;
  try {
    await runSeeds({
      bundle: bundle.file,
      seeds: Array.from({ length: SEEDS }, (_, i) => i + 1),
      onOutcome({ seed, violations }) {
        if (caught !== null) return false;
        tried += 1;
        const [first] = violations;
        if (first === undefined) return undefined;
        caught = { seed, property: first.property, tried };
        return false;
      },
    });
  } finally {
    bundle.remove();
  }
  return caught;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const clean = await hunt({ name: 'none', patches: [] });
  if (clean !== null) {
    print(`Without a defect seed ${clean.seed} already fails: ${clean.property}.`);
    return 1;
  }
  let survived = 0;
  print(
    `${'defect'.padEnd(62)}${'caught by'.padEnd(30)}${'seed'.padStart(6)}${'tried'.padStart(7)}`,
  );
  for (const defect of DEFECTS) {
    const caught = await hunt(defect);
    if (caught === null) survived += 1;
    const columns = caught ?? { property: 'SURVIVES', seed: '-', tried: SEEDS };
    print(
      defect.name.padEnd(62) +
        columns.property.padEnd(30) +
        String(columns.seed).padStart(6) +
        String(columns.tried).padStart(7),
    );
  }
  print(`${DEFECTS.length - survived} of ${DEFECTS.length} defects are caught.`);
  return survived === 0 ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
