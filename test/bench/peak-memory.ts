import { readdirSync, readFileSync } from 'node:fs';

/**
 * The most memory that the app's process has had, in megabytes; null where the system does not tell (only Linux has
 * `/proc`). The app's process is the child of this one that the host's runner is the script of.
 */
export function peakAppMemoryMb(): number | null {
  for (const pid of children()) {
    const command = read(`/proc/${pid}/cmdline`);
    if (command?.includes('runner') !== true) continue;
    const peak = /VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
    if (peak !== undefined) return Math.round(Number(peak) / 1024);
  }
  return null;
}

function children(): string[] {
  try {
    const tasks = readdirSync('/proc/self/task');
    return tasks.flatMap((task) => read(`/proc/self/task/${task}/children`)?.split(' ') ?? []);
  } catch {
    // Not Linux.
    return [];
  }
}

/** Undefined when it is not there, as for a process that has ended in the meantime. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
