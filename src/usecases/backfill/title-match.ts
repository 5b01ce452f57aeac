import type { AlignItem } from '../../domain/align-item';
import { title } from '../../domain/fields/title';
import { mayBelongTo } from '../../domain/foreign-item';
import type { JiraIssue } from '../../domain/issue';
import { alignTypeOf } from '../../domain/mapping';
import type { AlignTwinPort } from '../../domain/ports/align';
import type { ProjectContext } from '../sync-context';
import { atPlaceOf } from './at-place';
import { freeItems } from './free-items';

/**
 * The one free Align item that an issue can be linked to by its title: same type, same program, exactly the same
 * title, not removed, not paired, and not another connector's unless the mapping takes those over. With two of them
 * there is no telling, so none is taken.
 */
export async function matchByTitle(
  context: ProjectContext,
  twins: AlignTwinPort,
  issue: JiraIssue,
): Promise<AlignItem | null> {
  const { mapping, deps } = context;
  const type = alignTypeOf(mapping, issue.issueTypeId);
  if (type === null) return null;
  const wanted = title.jira.read(issue);
  const found = await twins.findByTitle(type, wanted);
  if (found.length === 0) return null;
  const isAtPlace = await atPlaceOf(context, type, issue);
  const free = await freeItems(
    deps,
    // A filter of Align's may not tell upper from lower case.
    found.filter(
      (item) =>
        mayBelongTo(mapping, item, issue.key) &&
        title.align.read(item) === wanted &&
        isAtPlace(item),
    ),
  );
  return free.length === 1 ? (free[0] ?? null) : null;
}
