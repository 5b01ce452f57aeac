import { projectNotFound } from './errors';
import type { JiraState, ProjectScreens } from './state';

export type ScreenName = 'create' | 'edit';

/** Which fields a project shows where: what an admin changes on the screens page of Jira. */
export class Screens {
  constructor(private readonly state: JiraState) {}

  has(projectKey: string, screen: ScreenName, fieldId: string): boolean {
    return this.project(projectKey)[screen].includes(fieldId);
  }

  required(projectKey: string): readonly string[] {
    return this.project(projectKey).required;
  }

  /** Puts the field on both screens of the project, or on the one named. */
  add(projectKey: string, fieldId: string, screen?: ScreenName): void {
    for (const name of chosen(screen)) {
      const fields = this.project(projectKey)[name];
      if (!fields.includes(fieldId)) fields.push(fieldId);
    }
  }

  /** Takes the field off both screens of the project, or off the one named. */
  remove(projectKey: string, fieldId: string, screen?: ScreenName): void {
    const screens = this.project(projectKey);
    for (const name of chosen(screen)) {
      screens[name] = screens[name].filter((other) => other !== fieldId);
    }
  }

  /** Makes a field of the screens required (or not) when an issue is created or edited. */
  require(projectKey: string, fieldId: string, required = true): void {
    const screens = this.project(projectKey);
    screens.required = screens.required.filter((other) => other !== fieldId);
    if (required) screens.required.push(fieldId);
  }

  private project(projectKey: string): ProjectScreens {
    const screens = this.state.screens[projectKey];
    if (!screens) throw projectNotFound(projectKey);
    return screens;
  }
}

const chosen = (screen?: ScreenName): ScreenName[] => (screen ? [screen] : ['create', 'edit']);
