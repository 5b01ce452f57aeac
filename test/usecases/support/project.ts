import type { ProjectMapping } from '../../../src/contract';
import { PEOPLE, type Site } from '../../../sandbox/site';

export type MappingChanges =
  Partial<ProjectMapping> | ((suggested: ProjectMapping) => Partial<ProjectMapping>);

let made = 0;

/** A Jira project of its own with an Align program of its own, mapped as the admin page suggests. */
export class Project {
  private constructor(
    private readonly site: Site,
    readonly id: string,
    readonly key: string,
    /** As saved last. */
    public mapping: ProjectMapping,
  ) {}

  static async create(site: Site, changes: MappingChanges = {}): Promise<Project> {
    const { id, key } = addProject(site);
    const { mapping } = await site.admin('getMapping', { projectId: id });
    if (mapping === null) throw new Error('No mapping was suggested.');
    const project = new Project(site, id, key, mapping);
    await project.save(changes);
    return project;
  }

  get programId(): number {
    return this.mapping.programId;
  }

  /** Saves the mapping with changes, through the admin page's call. */
  async save(changes: MappingChanges): Promise<void> {
    const changed = typeof changes === 'function' ? changes(this.mapping) : changes;
    this.mapping = await this.site.admin('saveMapping', { ...this.mapping, ...changed });
  }
}

/** A project and a program of one name, not mapped. Ana administers the project. */
export function addProject(site: Site): { id: string; key: string; programId: number } {
  made += 1;
  const number = String(made).padStart(3, '0');
  const id = `20${number}`;
  const key = `SQ${number}`;
  const programId = 900 + made;
  const { world } = site.jira;
  world.addProject({ id, key, name: `Squad ${number}`, leadAccountId: PEOPLE.ana });
  world.permissions.grant(key, 'ADMINISTER_PROJECTS', PEOPLE.ana, PEOPLE.admin);
  const program = { id: programId, title: `Squad ${number}`, portfolioId: 11 };
  site.align.world.organisation.put('program', program);
  return { id, key, programId };
}
