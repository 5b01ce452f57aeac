import type { Board, Project, Sprint, Version } from '../../world/model';

const iso = (epochMs: number) => new Date(epochMs).toISOString();

/** A version as issues carry it. */
export function versionReference(version: Version, baseUrl: string) {
  const { id, name, description, archived, released, releaseDate } = version;
  return {
    self: `${baseUrl}/rest/api/3/version/${id}`,
    id,
    description,
    name,
    archived,
    released,
    ...(releaseDate === null ? {} : { releaseDate }),
  };
}

/** `Version` of REST v3. */
export function versionJson(version: Version, baseUrl: string) {
  const { startDate, projectId } = version;
  return {
    ...versionReference(version, baseUrl),
    ...(startDate === null ? {} : { startDate }),
    projectId: Number(projectId),
  };
}

/** A sprint as the Sprint field of an issue carries it. */
export function sprintValue({ id, name, state, boardId, goal, ...dates }: Sprint) {
  return { id, name, state, boardId, goal, ...datesOf(dates) };
}

/** A sprint as the Agile API gives it. */
export function sprintJson({ id, name, state, boardId, goal, ...dates }: Sprint, baseUrl: string) {
  return {
    id,
    self: `${baseUrl}/rest/agile/1.0/sprint/${id}`,
    state,
    name,
    ...datesOf(dates),
    originBoardId: boardId,
    goal,
  };
}

function datesOf(dates: Pick<Sprint, 'startDate' | 'endDate' | 'completeDate'>) {
  const { startDate, endDate, completeDate } = dates;
  return {
    ...(startDate === null ? {} : { startDate: iso(startDate) }),
    ...(endDate === null ? {} : { endDate: iso(endDate) }),
    ...(completeDate === null ? {} : { completeDate: iso(completeDate) }),
  };
}

/** A board as the Agile API gives it. */
export function boardJson({ id, name }: Board, project: Project, baseUrl: string) {
  return {
    id,
    self: `${baseUrl}/rest/agile/1.0/board/${id}`,
    name,
    type: 'scrum',
    location: {
      projectId: Number(project.id),
      displayName: `${project.name} (${project.key})`,
      projectName: project.name,
      projectKey: project.key,
      projectTypeKey: 'software',
      avatarURI: `${baseUrl}/images/projects/${project.key}.svg`,
      name: `${project.name} (${project.key})`,
    },
    isPrivate: false,
  };
}
