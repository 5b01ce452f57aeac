import type { AlignItem } from '../../domain/align-item';
import { codecOf } from '../../domain/fields';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import { alignKey } from '../../domain/pair';
import type { AlignTitlePort } from '../../domain/ports/align';
import type { ProjectContext } from '../sync-context';

/**
 * The one free Align item that an issue can be linked to by its title: same type, same program, exactly the same
 * title, not removed, not paired, and not another connector's. With two of them there is no telling, so none is taken.
 */
export async function matchByTitle(
  { deps, mapping }: ProjectContext,
  titles: AlignTitlePort,
  issue: JiraIssue,
): Promise<AlignItem | null> {
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return null;
  const title = codecOf('title').jira.read(issue) as string;
  const found = (await titles.findByTitle(type, title)).filter(
    (item) =>
      !item.removed &&
      item.foreignKey === null &&
      (item.programId === null || item.programId === mapping.programId),
  );
  const records = await deps.pairs.alignRefs(found);
  const free = found.filter((item) => !records.has(alignKey(item)));
  return free.length === 1 ? (free[0] ?? null) : null;
}
