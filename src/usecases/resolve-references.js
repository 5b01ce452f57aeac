import { ALIGN_TYPES } from '../domain/align-type';
import { codecOf } from '../domain/fields';
import { accountOf, uidOf } from './people';
const NONE = {
  ownerUid: null,
  assigneeId: null,
  alignParentId: null,
  issueParentId: null,
};
export async function resolveReferences(context, issue, item, baseline) {
  const owner = changed('owner', issue, item, baseline)
    ? {
        ownerUid: issue.assignee === null ? null : await uidOf(context, issue.assignee),
        assigneeId: item.ownerUid === null ? null : await accountOf(context, item.ownerUid),
      }
    : {};
  const parent = changed('parent', issue, item, baseline)
    ? {
        alignParentId: await twinOfParentIssue(context, issue.parentId, item),
        issueParentId: await twinOfParentItem(context, item),
      }
    : {};
  return { ...NONE, ...owner, ...parent };
}
function changed(field, issue, item, baseline) {
  const { jira, align } = codecOf(field);
  const base = baseline[field];
  return (
    base?.jira?.key !== jira.stamp(jira.read(issue)).key ||
    base.align?.key !== align.stamp(align.read(item), item.type).key
  );
}
async function twinOfParentIssue(context, parentId, item) {
  if (parentId === null) return null;
  const pair = await context.deps.pairs.byIssue(parentId);
  const wanted = ALIGN_TYPES[item.type].parent;
  return pair?.status === 'paired' && pair.alignType === wanted ? pair.alignId : null;
}
async function twinOfParentItem(context, item) {
  const { parent } = ALIGN_TYPES[item.type];
  if (parent === null || item.parentId === null || item.parentId === 0) return null;
  const ref = await context.deps.pairs.alignRef({ type: parent, id: item.parentId });
  return ref?.status === 'paired' ? ref.issueId : null;
}
