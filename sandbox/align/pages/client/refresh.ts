import { controlIn, describe, isDirty, savedValue, setSavedValue, type Control } from './control';
import { showRichText } from './rich-text';
import { localTimes } from './times';

/**
 * Brings the page up to date with the server without reloading it. What a person is typing stays:
 * such a field only says what it has become meanwhile.
 */
export async function refresh(): Promise<void> {
  const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (response.status === 404) {
    location.reload();
    return;
  }
  if (!response.ok) throw new Error(`The page answered ${response.status}`);
  const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
  for (const region of document.querySelectorAll<HTMLElement>('[data-live]')) {
    const name = CSS.escape(region.dataset.live ?? '');
    const counterpart = fresh.querySelector<HTMLElement>(`[data-live="${name}"]`);
    if (!counterpart) continue;
    if (region.dataset.field === undefined) replaceContent(region, counterpart);
    else updateField(region, counterpart);
  }
  copyLock(fresh);
  document.title = fresh.title;
  document.body.dataset.version = fresh.body.dataset.version ?? '';
  document.dispatchEvent(new Event('align:refreshed'));
}

/** Replaces a region, and gives the focus back to what stands where the focus was. */
function replaceContent(region: HTMLElement, fresh: HTMLElement): void {
  localTimes(fresh);
  const focused = region.contains(document.activeElement) ? document.activeElement : null;
  const likeFocused = focused && [
    focused.tagName,
    focused.getAttribute('href'),
    focused.textContent,
  ];
  region.innerHTML = fresh.innerHTML;
  if (!likeFocused) return;
  const candidates = region.querySelectorAll<HTMLElement>('a, button, summary');
  [...candidates]
    .find((each) => {
      const own = [each.tagName, each.getAttribute('href'), each.textContent];
      return own.every((part, at) => part === likeFocused[at]);
    })
    ?.focus();
}

function updateField(field: HTMLElement, fresh: HTMLElement): void {
  const [control, freshControl] = [controlIn(field), controlIn(fresh)];
  if (!control || !freshControl) return;
  const wasDirty = isDirty(control);
  const before = savedValue(control);
  const now = savedValue(freshControl);
  copyOptions(control, freshControl);
  setSavedValue(control, now);
  if (!wasDirty && control.value !== now) control.value = now;
  if (!wasDirty || control.value === now) note(field, '');
  else if (before !== now) {
    const what = describe(control, now);
    note(field, `Meanwhile this became “${what}”. Saving replaces it with yours.`);
  }
  const [rich, freshRich] = [field, fresh].map((each) =>
    each.querySelector<HTMLElement>('[data-rich]'),
  );
  if (rich && freshRich) showRichText(rich, freshRich);
}

/** New choices, for example a parent that was created meanwhile. */
function copyOptions(control: Control, fresh: Control): void {
  if (!(control instanceof HTMLSelectElement && fresh instanceof HTMLSelectElement)) return;
  const values = (select: HTMLSelectElement) =>
    [...select.options].map(({ text }) => text).join('\n');
  if (values(control) === values(fresh)) return;
  const typed = control.value;
  control.innerHTML = fresh.innerHTML;
  control.value = typed;
}

function note(field: HTMLElement, text: string): void {
  const line = field.querySelector<HTMLElement>('[data-note]');
  if (!line) return;
  line.textContent = text;
  line.hidden = text === '';
}

function copyLock(fresh: Document): void {
  const [own, theirs] = [document, fresh].map((each) =>
    each.querySelector<HTMLFieldSetElement>('[data-item-fields]'),
  );
  if (own && theirs) own.disabled = theirs.disabled;
}
