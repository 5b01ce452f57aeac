/** Something in a form that has a value. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The control inside an element. */
export function controlIn(element: ParentNode): Control | undefined {
  return element.querySelector<Control>('[name]') ?? undefined;
}

/** The value that the server last sent. */
export function savedValue(control: Control): string {
  if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
  const options = [...control.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
}

/** Whether a person has changed the value since the server sent it. */
export function isDirty(control: Control): boolean {
  return control.value !== savedValue(control);
}

/** Notes a value as the one the server has, without touching what is typed. */
export function setSavedValue(control: Control, value: string): void {
  if (!(control instanceof HTMLSelectElement)) {
    // Setting the default of an untouched input changes its value too; put it back.
    const typed = control.value;
    control.defaultValue = value;
    control.value = typed;
    return;
  }
  const typed = control.value;
  for (const option of control.options) option.defaultSelected = option.value === value;
  control.value = typed;
}

/** What a value looks like to a person, short. */
export function describe(control: Control, value: string): string {
  if (control instanceof HTMLSelectElement) {
    const option = [...control.options].find((each) => each.value === value);
    return option?.text ?? value;
  }
  const text = new DOMParser().parseFromString(value, 'text/html').body.textContent ?? '';
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
