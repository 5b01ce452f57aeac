/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { projectOf } from '../../world/access';
import { byId, ISSUE_TYPES, PRIORITIES } from '../../world/catalog';
import { STORY_POINTS_ID } from '../../world/fields/default-fields';
import { findPerson } from '../../world/site';
import { PersonLabel } from '../parts/avatar';
import { assignablePeople, possibleParents } from '../parts/choices';
import { PriorityIcon, TypeIcon } from '../parts/icons';
import { TimeAgo } from '../parts/time';
import { Field, None } from './field';
import type { IssueProps } from './issue-props';
import { MoreFields } from './more-fields';

/** The fields of the right column. */
export function Details(props: IssueProps) {
  const { site, issue } = props;
  const { values } = issue;
  const now = site.world.site.now();
  const labels = values.labels as string[];
  const points = values[STORY_POINTS_ID] ?? null;
  const dueDate = (values.duedate ?? '') as string;
  return (
    <section class="card" aria-labelledby="details">
      <h2 id="details" class="card-heading">
        Details
      </h2>
      <PersonField {...props} id="assignee" name="Assignee" />
      <PersonField {...props} id="reporter" name="Reporter" />
      <ParentField {...props} />
      <PriorityField {...props} />
      <Field {...props} id="labels" name="Labels" view={<Labels labels={labels} />}>
        <input name="labels" value={labels.join(' ')} aria-label="Labels, separated by spaces" />
      </Field>
      <Field
        {...props}
        id={STORY_POINTS_ID}
        name="Story points"
        view={points === null ? <None /> : <span class="badge">{String(points)}</span>}
      >
        <input
          name="points"
          type="number"
          min="0"
          step="0.5"
          value={points === null ? '' : String(points)}
          aria-label="Story points"
        />
      </Field>
      <Field
        {...props}
        id="duedate"
        name="Due date"
        view={dueDate ? <span>{dueDate}</span> : <None />}
      >
        <input name="duedate" type="date" value={dueDate} aria-label="Due date" />
      </Field>
      <MoreFields {...props} />
      <p class="dates subtle small" data-region="dates">
        <span>
          Created <TimeAgo at={issue.created} now={now} />
        </span>
        <span>
          Updated <TimeAgo at={issue.updated} now={now} />
        </span>
      </p>
    </section>
  );
}

function PersonField(props: IssueProps & { id: 'assignee' | 'reporter'; name: string }) {
  const { site, issue, id, name } = props;
  const { state } = site.world;
  const current = findPerson(state, issue.values[id] as string | null);
  const people = assignablePeople(site.world, projectOf(state, issue).key);
  const choices = current && !people.includes(current) ? [current, ...people] : people;
  return (
    <Field {...props} view={<PersonLabel person={current} />}>
      <select name={id} aria-label={name}>
        <option value="">{id === 'assignee' ? 'Unassigned' : 'None'}</option>
        {choices.map(({ accountId, displayName }) => (
          <option value={accountId} selected={accountId === current?.accountId}>
            {displayName}
          </option>
        ))}
      </select>
    </Field>
  );
}

function ParentField(props: IssueProps) {
  const { site, issue } = props;
  const parents = possibleParents(site.world, issue);
  const parent = site.world.state.issues.find(({ id }) => id === issue.values.parent);
  const type = byId(ISSUE_TYPES, issue.values.issuetype as string);
  if (type.hierarchyLevel > 0 && !parent && parents.length === 0) return null;
  const parentType = parent && byId(ISSUE_TYPES, parent.values.issuetype as string);
  const view =
    parent && parentType ? (
      <span class="with-image clip">
        <TypeIcon icon={parentType.icon} label={parentType.name} />
        {`${parent.key} ${String(parent.values.summary)}`}
      </span>
    ) : (
      <None />
    );
  return (
    <Field {...props} id="parent" name="Parent" view={view}>
      <select name="parent" aria-label="Parent">
        {type.subtask ? null : <option value="">None</option>}
        {parents.map(({ id, key, values }) => (
          <option value={key} selected={id === parent?.id}>
            {`${key} ${String(values.summary)}`}
          </option>
        ))}
      </select>
    </Field>
  );
}

function PriorityField(props: IssueProps) {
  const current = byId(PRIORITIES, props.issue.values.priority as string);
  const view = (
    <span class="with-image">
      <PriorityIcon name={current.name} />
      {current.name}
    </span>
  );
  return (
    <Field {...props} id="priority" name="Priority" view={view}>
      <select name="priority" aria-label="Priority">
        {PRIORITIES.map(({ name }) => (
          <option value={name} selected={name === current.name}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Labels({ labels }: { labels: readonly string[] }) {
  if (labels.length === 0) return <None />;
  return (
    <span class="tags">
      {labels.map((label) => (
        <span class="tag">{label}</span>
      ))}
    </span>
  );
}
