/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ItemType } from '../item-types';

const SHAPES: Readonly<Record<ItemType, string>> = {
  epic: 'M8 1.8 9.9 5.9l4.5.5-3.3 3 .9 4.4L8 11.6l-4 2.2.9-4.4-3.3-3 4.5-.5Z',
  capability: 'M8 2 14 5 8 8 2 5ZM2 8l6 3 6-3M2 11l6 3 6-3',
  feature: 'M8 1.8 14.2 8 8 14.2 1.8 8Z',
  story: 'M4 2h8v12l-4-3.2L4 14Z',
  defect: 'M8 4.5a3.5 3.5 0 0 1 3.5 3.5v2.5a3.5 3.5 0 0 1-7 0V8A3.5 3.5 0 0 1 8 4.5Z',
  task: 'M3 3h10v10H3Z',
};

/** The mark of a type; the type's name stands beside it, so it is hidden from screen readers. */
export function TypeIcon({ type }: { type: ItemType }) {
  return (
    <svg class={`icon icon-${type}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[type]} />
      {type === 'task' && <path class="icon-stroke" d="m5.2 8 2 2 3.6-4" />}
      {type === 'defect' && (
        <path
          class="icon-line"
          d="M4.5 7 2.2 5.5M11.5 7l2.3-1.5M4.4 9.5H1.8M11.6 9.5h2.6M6 4.4 5 2.6M10 4.4l1-1.8"
        />
      )}
    </svg>
  );
}

/** The site's mark. */
export function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="brand-back" d="M2 17.5 12 4l10 13.5Z" />
      <path class="brand-front" d="M7 20 14.5 10 22 20Z" />
    </svg>
  );
}

/** An arrow out of a frame: the link leads elsewhere. */
export function OutIcon() {
  return (
    <svg class="icon-small" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M9.5 2.5h4v4M13.2 2.8 7.5 8.5M11.5 9.5v3a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1h3" />
    </svg>
  );
}

/** Half a disc: light and dark. */
export function ThemeIcon() {
  return (
    <svg class="icon-small" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <path class="icon-filled" d="M8 2a6 6 0 0 1 0 12Z" />
    </svg>
  );
}
