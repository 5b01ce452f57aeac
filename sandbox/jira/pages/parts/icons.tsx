/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { IssueType, StatusCategoryKey } from '../../world/model';

type TypeIcon = IssueType['icon'];

const COLORS: Record<TypeIcon, string> = {
  initiative: '#C9372C',
  epic: '#964AC0',
  story: '#5B7F24',
  bug: '#C9372C',
  subtask: '#1868DB',
  task: '#1868DB',
};

const SHAPES: Record<TypeIcon, string> = {
  initiative: 'M8 3 13 12H3z',
  epic: 'M8.9 2.6 4.4 9h3l-.5 4.4L11.6 7H8.5z',
  story: 'M5 3h6v10l-3-2.6L5 13z',
  bug: 'M8 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  subtask: 'M4 4h5v5H4zM7 10.2h3.2V7H12v5H7z',
  task: 'M6.9 11.6 3.8 8.5l1.3-1.3 1.8 1.8 4-4.1 1.3 1.3z',
};

/** The coloured square of an issue type. Decorative unless it gets a label. */
export function TypeIcon({ icon, label }: { icon: TypeIcon; label?: string }) {
  return (
    <svg
      class="type-icon"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      xmlns="http://www.w3.org/2000/svg"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' })}
    >
      <rect width="16" height="16" rx="3" fill={COLORS[icon]} />
      <path d={SHAPES[icon]} fill="#fff" />
    </svg>
  );
}

const PRIORITY_SHAPES: Record<string, { d: string; color: string }> = {
  highest: {
    d: 'M8 2 13 7.5 11.6 9 8 5 4.4 9 3 7.5zM8 7l5 5.5-1.4 1.5L8 10l-3.6 4L3 12.5z',
    color: '#C9372C',
  },
  high: { d: 'M8 4.5 13 10l-1.4 1.5L8 7.5l-3.6 4L3 10z', color: '#C9372C' },
  medium: { d: 'M3 5h10v2H3zm0 4.2h10v2H3z', color: '#E06C00' },
  low: { d: 'M8 11.5 3 6l1.4-1.5L8 8.5l3.6-4L13 6z', color: '#357DE8' },
  lowest: {
    d: 'M8 14 3 8.5 4.4 7 8 11l3.6-4L13 8.5zM8 9 3 3.5 4.4 2 8 6l3.6-4L13 3.5z',
    color: '#357DE8',
  },
};

export function PriorityIcon({ name }: { name: string }) {
  const { d, color } = PRIORITY_SHAPES[name.toLowerCase()] ?? { d: '', color: '#7D818A' };
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
    >
      <path d={d} fill={color} />
    </svg>
  );
}

const PATHS = {
  apps: 'M2 2h3v3H2zm4.5 0h3v3h-3zM11 2h3v3h-3zM2 6.500h3v3H2zm4.500 0h3v3h-3zm4.500 0h3v3h-3zM2 11h3v3H2zm4.500 0h3v3h-3zM11 11h3v3h-3z',
  chevron: 'M3.500 6 8 10.500 12.500 6 11.400 5 8 8.400 4.600 5z',
  close:
    'm4.300 3.300 3.700 3.600 3.700-3.600 1 1L9 8l3.700 3.700-1 1L8 9.100l-3.700 3.600-1-1L7 8 3.300 4.300z',
  edit: 'M11.300 1.700a1 1 0 0 1 1.400 0l1.600 1.600a1 1 0 0 1 0 1.400L6 13l-4 1 1-4zM4.300 10.700l-.3 1.300 1.300-.3 6-6-1-1z',
  external:
    'M9 2h5v5h-1.500V4.600L7.600 9.500 6.500 8.400l4.900-4.900H9zM3.500 3.500H7V5H4.500v6.500H11V9h1.500v4H3V3.500z',
  gear: 'M6.900 1h2.200l.4 1.900 1.200.5 1.600-1 1.600 1.500-1.100 1.600.5 1.200 1.900.4v2.200l-1.900.4-.5 1.200 1 1.600-1.500 1.600-1.600-1.100-1.200.5L9.100 15H6.900l-.4-1.900-1.200-.5-1.600 1-1.600-1.500 1.100-1.600-.5-1.200L.8 8.900V6.700l1.900-.4.5-1.200-1-1.600L3.800 2l1.600 1.100 1.100-.5zM8 5.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z',
  link: 'M6.700 9.300a3 3 0 0 0 4.300 0l2.100-2.100a3 3 0 0 0-4.300-4.300L7.700 4l1 1 1.100-1.100a1.600 1.600 0 0 1 2.300 2.300L10 8.300a1.600 1.600 0 0 1-2.300 0zm2.600-2.600a3 3 0 0 0-4.300 0L2.900 8.800a3 3 0 0 0 4.300 4.300L8.300 12l-1-1-1.100 1.100a1.600 1.600 0 0 1-2.300-2.300L6 7.700a1.600 1.600 0 0 1 2.300 0z',
  moon: 'M6.500 1.500a6.800 6.800 0 1 0 8 8A5.600 5.600 0 0 1 6.500 1.500z',
  more: 'M3 6.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm5 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3zm5 0a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z',
  plus: 'M7.200 2.500h1.600v4.700h4.700v1.600H8.800v4.700H7.200V8.800H2.500V7.200h4.700z',
  search:
    'M7 2a5 5 0 0 1 4 8l3 3-1 1-3-3a5 5 0 1 1-3-9zm0 1.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7z',
  arrow: 'M9.500 3.500 14 8l-4.500 4.500-1-1L11.200 8.700H2V7.300h9.200L8.500 4.500z',
  check: 'm6.300 12.200-4-4 1.100-1.100 2.900 2.900 6.300-6.300 1.100 1.100z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" fill-rule="evenodd" />
    </svg>
  );
}

/** A status in the colour of its category. */
export function Lozenge({ name, category }: { name: string; category: StatusCategoryKey }) {
  return <span class={`lozenge lozenge-${category}`}>{name}</span>;
}
