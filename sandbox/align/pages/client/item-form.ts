import { isDirty, savedValue, setSavedValue, type Control } from './control';
import { announce } from './live';
import { refresh } from './refresh';
import { closeEditors } from './rich-text';

interface Problem {
  field: string;
  message: string;
}

/** Makes the form of an item send only what was changed, and stay on its page. */
export function enhanceForm(): void {
  const form = document.querySelector<HTMLFormElement>('[data-item-form]');
  if (!form) return;
  const controls = () => [...form.querySelectorAll<Control>('[name]')];
  const dirty = () => controls().filter(isDirty);
  const update = () => showSaveBar(form, dirty().length);

  form.addEventListener('input', update);
  form.addEventListener('change', update);
  document.addEventListener('align:refreshed', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, dirty()).then((isAnswered) => isAnswered && update());
  });
  form.querySelector('[data-discard]')?.addEventListener('click', () => {
    for (const control of dirty()) control.value = savedValue(control);
    showProblems(form, []);
    closeEditors();
    for (const note of form.querySelectorAll<HTMLElement>('[data-note]')) note.hidden = true;
    update();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dirty().length > 0) form.requestSubmit();
  });
  window.addEventListener('beforeunload', (event) => {
    if (dirty().length > 0) event.preventDefault();
  });
  update();
}

/** Returns whether the server answered; without an answer the bar keeps saying so. */
async function save(form: HTMLFormElement, changed: Control[]): Promise<boolean> {
  const body = new URLSearchParams(changed.map((control) => [control.name, control.value]));
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { Accept: 'application/json' },
    });
    if (response.status === 400) {
      const { problems } = (await response.json()) as { problems: Problem[] };
      showProblems(form, problems);
      return true;
    }
    if (!response.ok) throw new Error(`Saving answered ${response.status}`);
    showProblems(form, []);
    for (const control of changed) setSavedValue(control, control.value);
    closeEditors();
    await refresh();
    announce('Saved.');
    return true;
  } catch {
    const text = form.querySelector('[data-save-text]');
    if (text) text.textContent = 'Not saved: Jira Align does not answer. Try again in a moment.';
    announce('Not saved.');
    return false;
  }
}

function showProblems(form: HTMLFormElement, problems: Problem[]): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const problem = problems.find((each) => each.field === field.dataset.field);
    const line = field.querySelector<HTMLElement>('[data-problem]');
    const control = field.querySelector<Control>('[name]');
    if (!line || !control) continue;
    line.textContent = problem?.message ?? '';
    line.hidden = !problem;
    control.setAttribute('aria-invalid', String(Boolean(problem)));
  }
  const [first] = problems;
  if (!first) return;
  announce(`Not saved. ${first.message}`);
  form.querySelector<Control>(`[name="${CSS.escape(first.field)}"]`)?.focus();
}

function showSaveBar(form: HTMLFormElement, changes: number): void {
  const bar = form.querySelector<HTMLElement>('[data-save-bar]');
  const text = form.querySelector('[data-save-text]');
  const discard = form.querySelector<HTMLElement>('[data-discard]');
  const button = form.querySelector<HTMLButtonElement>('[data-save]');
  if (!bar || !text || !discard || !button) return;
  bar.dataset.changes = String(changes);
  discard.hidden = changes === 0;
  button.disabled = changes === 0;
  text.textContent =
    changes === 0
      ? 'Everything is saved.'
      : `${changes} unsaved ${changes === 1 ? 'change' : 'changes'}`;
}
