/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Person } from '../../world/model';

/** Backgrounds on which white initials keep a contrast of 4.5. */
const COLORS = ['#1868DB', '#964AC0', '#227D9B', '#AE4787', '#1F845A', '#BD5B00', '#6B6E76'];

function color(accountId: string): string {
  const sum = [...accountId].reduce((total, char) => (total * 31 + char.charCodeAt(0)) % 9973, 7);
  return COLORS[sum % COLORS.length] as string;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

/** The picture of an account. People are round, apps are hexagons as in Jira. */
export function AvatarImage({ person, size }: { person: Person; size: number }) {
  return (
    <svg
      class="avatar"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
    >
      {person.accountType === 'app' ? (
        <path
          d="M14 1.200a4 4 0 0 1 4 0l9.900 5.700a4 4 0 0 1 2 3.500v11.200a4 4 0 0 1-2 3.500L18 30.800a4 4 0 0 1-4 0l-9.900-5.700a4 4 0 0 1-2-3.500V10.400a4 4 0 0 1 2-3.500z"
          fill="#1C2B42"
        />
      ) : (
        <circle cx="16" cy="16" r="16" fill={color(person.accountId)} />
      )}
      <text
        x="16"
        y="20.500"
        text-anchor="middle"
        font-family="ui-sans-serif, system-ui, sans-serif"
        font-size="12.500"
        font-weight="600"
        fill="#fff"
      >
        {initials(person.displayName)}
      </text>
    </svg>
  );
}

/** The empty outline that stands for nobody. */
export function NobodyImage({ size }: { size: number }) {
  return (
    <svg class="avatar nobody" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="15" fill="none" stroke="currentColor" stroke-dasharray="3 3" />
      <circle cx="16" cy="13" r="4.500" fill="currentColor" />
      <path d="M7.500 25a8.500 7 0 0 1 17 0z" fill="currentColor" />
    </svg>
  );
}

/** Picture and name, or "Unassigned". */
export function PersonLabel({ person, size = 24 }: { person: Person | undefined; size?: number }) {
  return (
    <span class="person">
      {person ? <AvatarImage person={person} size={size} /> : <NobodyImage size={size} />}
      <span class={person ? '' : 'subtle'}>{person?.displayName ?? 'Unassigned'}</span>
    </span>
  );
}

/** The coloured square of a project. */
export function ProjectImage({ projectKey, size }: { projectKey: string; size: number }) {
  return (
    <svg
      class="project-image"
      width={size}
      height={size}
      viewBox="0 0 32 32"
      xmlns="http://www.w3.org/2000/svg"
      aria-hidden="true"
    >
      <rect width="32" height="32" rx="6" fill={color(projectKey)} />
      <text
        x="16"
        y="21"
        text-anchor="middle"
        font-family="ui-sans-serif, system-ui, sans-serif"
        font-size="14"
        font-weight="700"
        fill="#fff"
      >
        {projectKey.charAt(0)}
      </text>
    </svg>
  );
}
