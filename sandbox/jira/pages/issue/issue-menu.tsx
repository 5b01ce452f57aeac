/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx';
import { mayOn, projectOf, visibleProjects } from '../../world/access';
import { typesOf } from '../../world/catalog';
import { typeOf } from '../../world/issue-level';
import { Icon } from '../parts/icons';
import type { IssueProps } from './issue-props';

/** What a person may do with the issue as a whole. */
export function IssueMenu(props: IssueProps) {
  const { mayMove, mayConvert, mayDelete } = actionsOf(props);
  if (!mayMove && !mayConvert && !mayDelete) return null;
  return (
    <details class="menu" data-menu>
      <summary class="icon-button" aria-label="Actions">
        <Icon name="more" />
      </summary>
      <div class="menu-popup right">
        {mayMove ? <MenuItem opens="move-dialog">Move…</MenuItem> : null}
        {mayConvert ? <MenuItem opens="convert-dialog">Change issue type…</MenuItem> : null}
        {mayDelete ? <MenuItem opens="delete-dialog">Delete…</MenuItem> : null}
      </div>
    </details>
  );
}

/** The dialogs that the menu opens. */
export function IssueDialogs(props: IssueProps) {
  const { mayMove, mayConvert, mayDelete } = actionsOf(props);
  return (
    <>
      {mayMove ? <MoveDialog {...props} /> : null}
      {mayConvert ? <ConvertDialog {...props} /> : null}
      {mayDelete ? <DeleteDialog {...props} /> : null}
    </>
  );
}

function actionsOf({ site, session, issue, editable }: IssueProps) {
  const may = (permission: 'MOVE_ISSUES' | 'DELETE_ISSUES') =>
    mayOn(site.world.site, session.actor, permission, issue);
  return {
    mayMove: may('MOVE_ISSUES') && !typeOf(issue).subtask,
    mayConvert: editable,
    mayDelete: may('DELETE_ISSUES'),
  };
}

const MenuItem = ({ opens, children }: PropsWithChildren<{ opens: string }>) => (
  <button type="button" class="menu-item" data-opens={opens}>
    {children}
  </button>
);

function MoveDialog({ site, session, issue }: IssueProps) {
  const here = projectOf(site.world.state, issue);
  const others = visibleProjects(site.world.site, session.actor).filter(({ id }) => id !== here.id);
  return (
    <Dialog
      id="move-dialog"
      title={`Move ${issue.key}`}
      action={`/browse/${issue.key}/move`}
      submit="Move"
    >
      <p>It gets a new key. Its sub-tasks go with it, its fix versions stay behind.</p>
      <label>
        To project
        <select name="project">
          {others.map(({ key, name }) => (
            <option value={key}>{`${name} (${key})`}</option>
          ))}
        </select>
      </label>
    </Dialog>
  );
}

function ConvertDialog({ site, issue }: IssueProps) {
  const types = typesOf(projectOf(site.world.state, issue));
  const current = typeOf(issue);
  return (
    <Dialog
      id="convert-dialog"
      title={`Change the type of ${issue.key}`}
      action={`/browse/${issue.key}/convert`}
      submit="Change"
    >
      <label>
        Issue type
        <select name="type">
          {types.map(({ id, name }) => (
            <option value={name} selected={id === current.id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        Parent key, for a sub-task
        <input name="parent" />
      </label>
    </Dialog>
  );
}

function DeleteDialog({ site, issue }: IssueProps) {
  const subtasks = site.world.state.issues.filter(
    (other) => other.values.parent === issue.id && typeOf(other).subtask,
  ).length;
  return (
    <Dialog
      id="delete-dialog"
      title={`Delete ${issue.key}?`}
      action={`/browse/${issue.key}/delete`}
      submit="Delete"
      danger
    >
      <p>
        You are about to permanently delete this issue
        {subtasks > 0 ? ` and its ${subtasks} sub-task${subtasks > 1 ? 's' : ''}` : ''}, its links
        and its history.
      </p>
    </Dialog>
  );
}

interface DialogProps {
  id: string;
  title: string;
  action: string;
  submit: string;
  danger?: boolean;
}

function Dialog({ id, title, action, submit, danger, children }: PropsWithChildren<DialogProps>) {
  return (
    <dialog id={id} class="small-dialog" aria-labelledby={`${id}-title`}>
      <form method="post" action={action} class="stacked-form" data-live data-follow>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <p class="field-error" role="alert" data-error hidden></p>
        <div class="form-actions">
          <button type="button" class="button subtle" data-close-dialog>
            Cancel
          </button>
          <button type="submit" class={`button ${danger ? 'danger' : 'primary'}`}>
            {submit}
          </button>
        </div>
      </form>
    </dialog>
  );
}
