/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ChangeGroup, ChangeItem } from '../../world/model';
import { findPerson } from '../../world/site';
import { AvatarImage, NobodyImage } from '../parts/avatar';
import { Icon } from '../parts/icons';
import { TimeAgo } from '../parts/time';
import type { IssueProps } from './issue-props';

/** Who changed what, newest first, and in the end who created the issue. */
export function History(props: IssueProps) {
  const { issue } = props;
  const created: ChangeGroup = {
    id: 'created',
    authorId: issue.creatorId,
    created: issue.created,
    items: [],
  };
  return (
    <section class="block" aria-labelledby="activity" data-region="history">
      <div class="block-head">
        <h2 id="activity">History</h2>
        <span class="subtle small">Newest first</span>
      </div>
      <ol class="history">
        {[created, ...issue.history].reverse().map((change) => (
          <Change {...props} change={change} />
        ))}
      </ol>
    </section>
  );
}

function Change({ site, change }: IssueProps & { change: ChangeGroup }) {
  const author = findPerson(site.world.state, change.authorId);
  const { items } = change;
  return (
    <li class="change">
      {author ? <AvatarImage person={author} size={32} /> : <NobodyImage size={32} />}
      <div class="change-body">
        <p>
          <strong>{author?.displayName ?? 'Somebody'}</strong>
          {author?.accountType === 'app' ? <span class="lozenge app-tag">App</span> : null}
          <span>{sentence(items)}</span>
          <span class="subtle small">
            <TimeAgo at={change.created} now={site.world.site.now()} />
          </span>
        </p>
        {items.map((item) => (
          <Difference item={item} named={items.length > 1} />
        ))}
      </div>
    </li>
  );
}

const NAMES: Record<string, string> = {
  RemoteIssueLink: 'Web link',
  issuetype: 'Issue type',
  duedate: 'Due date',
};

function fieldName({ field }: ChangeItem): string {
  return NAMES[field] ?? field.charAt(0).toUpperCase() + field.slice(1);
}

function sentence(items: readonly ChangeItem[]) {
  const [only] = items;
  if (!only) return 'created the issue';
  if (items.length > 1) return `made ${items.length} changes`;
  if (only.field === 'RemoteIssueLink') {
    return only.to === null ? 'removed a web link' : 'added a web link';
  }
  return (
    <>
      changed the <b>{fieldName(only)}</b>
    </>
  );
}

const SHOWN = 240;

function Difference({ item, named }: { item: ChangeItem; named: boolean }) {
  return (
    <div class="difference">
      {named ? <b class="small">{fieldName(item)}</b> : null}
      <Value text={item.fromString} label="Before" />
      <Icon name="arrow" />
      <Value text={item.toString} label="After" />
    </div>
  );
}

function Value({ text, label }: { text: string | null; label: string }) {
  return (
    <span class="difference-value">
      <span class="visually-hidden">{`${label}: `}</span>
      {text ? (
        <span>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</span>
      ) : (
        <span class="subtle">None</span>
      )}
    </span>
  );
}
