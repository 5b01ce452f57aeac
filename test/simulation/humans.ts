import type { AlignType, FieldName, SystemField } from '../../src/contract/common';
import type { ProjectMapping } from '../../src/contract/mapping';
import { ALIGN_TYPES, hasField } from '../../src/domain/align-type';
import { ConfigurationError } from '../../src/domain/errors';
import { htmlToAdf } from '../../src/domain/rich-text';
import { saveConnection } from '../../src/usecases/connection';
import { saveMapping } from '../../src/usecases/mapping';
import { compose, type AppUnderTest } from './app';
import { Invocation } from './engine/invocation';
import { itemKey } from './ledger';
import { ALIGN_FIELD, type Item } from './models/align';
import { JIRA_FIELD, type Issue, type IssueFields } from './models/jira';
import { PEOPLE } from './people';
import { drawRule, ISSUE_TYPES, PARENT_TYPES, POINTS_FIELD, STATUSES } from './shape';
import { Switches } from './switches';
import { SITE, TOKEN, type World } from './world';

const MINUTE = 60_000;

/** The people of a seed: what they do is drawn when they do it. */
export class Humans {
  private serial = 0;
  private left: number;
  private readonly switches: Switches;

  constructor(private readonly world: World) {
    this.left = world.random.int(5, 40);
    this.switches = new Switches(
      world,
      (body) => this.admin(body),
      () => this.connect(),
    );
  }

  /** Plans every action of the seed. */
  plan(spanMs: number): void {
    const { world } = this;
    const { random, scheduler } = world;
    const begin = scheduler.now;
    for (let n = random.int(1, 6); n > 0; n -= 1) {
      scheduler.at(begin + random.int(0, 10 * MINUTE), () => this.create());
    }
    for (let n = this.left; n > 0; n -= 1) {
      scheduler.at(begin + random.int(0, spanMs), () => this.act());
    }
    world.stepIn = () => this.act();
  }

  /** From now on nobody does anything. */
  stop(): void {
    this.left = 0;
    this.world.stepIn = null;
  }

  /** Two last edits in Align, of which a filter by date shows the later one first. */
  editOutOfOrder(): void {
    const { align, scheduler, shape, jira } = this.world;
    if (shape.lag.alignList === 0) return;
    const paired = new Set(jira.live().map(({ mark }) => `${mark?.alignType}:${mark?.alignId}`));
    const items = align
      .live()
      .filter((item) => !item.undated && paired.has(itemKey(item.type, item.id)));
    const first = items.find((one) =>
      items.some((other) => other !== one && other.type === one.type),
    );
    const second = items.find((other) => other !== first && other.type === first?.type);
    if (first === undefined || second === undefined) return;
    scheduler.steps += 1;
    this.editItem(first);
    const changedAt = scheduler.now + shape.skew.align;
    if (first.updatedMs === changedAt) first.listedAt = scheduler.now + shape.lag.alignList;
    scheduler.now += 2_000;
    scheduler.steps += 1;
    this.editItem(second);
    second.listedAt = 0;
  }

  /** What an admin does at last: everything that only a person can mend is mended. */
  async settleSettings(): Promise<void> {
    const { windows, scheduler } = this.world;
    windows.outage.jira = windows.outage.align = windows.jiraForbids = 0;
    windows.refused.jira.clear();
    windows.refused.align.clear();
    for (const issue of this.world.jira.issues.values()) {
      issue.hiddenUntil = Math.min(issue.hiddenUntil, scheduler.now);
    }
    if (windows.tokenRevoked) await this.replaceToken();
    await this.switches.settle();
  }

  private act(): void {
    if (this.left <= 0) return;
    this.left -= 1;
    const { random } = this.world;
    const action = random.weighted<() => void>([
      [30, () => this.editIssue()],
      [30, () => this.editItem()],
      [4, () => this.editBoth()],
      [6, () => this.create()],
      [2, () => this.deleteIssue()],
      [2, () => this.removeItem()],
      [2, () => this.changeWebLink()],
      [3, () => this.changeMapping()],
      [2, () => this.disturb()],
      [1, () => this.flick()],
    ]);
    action();
  }

  // --- Edits -------------------------------------------------------------------------------------------------

  private editIssue(issue = this.someIssue()): void {
    if (issue === null) return;
    const { world } = this;
    const fields: Partial<IssueFields> = {};
    for (let n = world.random.pick([1, 1, 1, 2, 3]); n > 0; n -= 1) {
      Object.assign(fields, this.newIssueField(issue));
    }
    this.count(() => `Jira ${issue.key} ${JSON.stringify(fields)}`);
    const names = world.jira.edit(issue, this.somebodyInJira(), fields);
    this.noteIssue(issue, names);
  }

  private noteIssue(issue: Issue, names: readonly (keyof IssueFields)[]): void {
    const { jira } = this.world;
    const keys = jira.keys(issue);
    for (const name of names) {
      const field = JIRA_FIELD[name];
      const shown = jira.shown(issue, field);
      this.note('jira', issue.id, field, { shown, key: keys[field] ?? '' });
    }
  }

  private editItem(item = this.someItem()): void {
    if (item === null) return;
    const { world } = this;
    const values: Record<string, unknown> = {};
    for (let n = world.random.pick([1, 1, 1, 2, 3]); n > 0; n -= 1) {
      Object.assign(values, this.newItemValue(item));
    }
    this.count(() => `Align ${item.type}:${item.id} ${JSON.stringify(values)}`);
    const before = world.align.keys(item);
    world.align.edit(item, this.somebodyInAlign(), values);
    this.noteItem(item, before);
  }

  private noteItem(item: Item, before: Readonly<Record<string, string>>): void {
    const { align } = this.world;
    const keys = align.keys(item);
    for (const field of Object.values(ALIGN_FIELD)) {
      if (keys[field] === before[field]) continue;
      const shown = align.shown(item, field);
      this.note('align', itemKey(item.type, item.id), field, { shown, key: keys[field] ?? '' });
    }
  }

  /** The same moment on both sides of one pair: what conflicts are made of. */
  private editBoth(): void {
    const issue = this.someIssue();
    const pair = issue === null ? null : this.world.jira.issues.get(issue.id)?.mark;
    const item = pair == null ? null : this.world.align.get(pair.alignType, pair.alignId);
    this.editIssue(issue);
    if (item !== null && !item.removed) this.editItem(item);
  }

  private newIssueField(issue: Issue): Partial<IssueFields> {
    const { random } = this.world;
    const n = this.next();
    return random.weighted<() => Partial<IssueFields>>([
      [3, () => ({ summary: random.chance(0.1) ? `T${n}  wide` : `T${n} title` })],
      [2, () => ({ description: random.chance(0.1) ? null : htmlToAdf(this.html(n)) })],
      [3, () => ({ statusId: random.pick(STATUSES).id })],
      [2, () => ({ assignee: random.pick([...PEOPLE.map((p) => p.accountId), null]) })],
      [2, () => ({ labels: this.words(issue.labels, random.chance(0.08) ? `c,${n}` : `l${n}`) })],
      [2, () => ({ points: random.pick([n, n, n, n + 0.5, null, 0]) })],
      [1, () => ({ parentId: this.parentFor(issue.typeId, issue.projectId, issue.parentId) })],
    ])();
  }

  private newItemValue(item: Item): Record<string, unknown> {
    const { random } = this.world;
    const { parent, states } = ALIGN_TYPES[item.type];
    const n = this.next();
    const values = random.weighted<() => Record<string, unknown>>([
      [3, () => ({ title: random.chance(0.05) ? `T${n} ${'x'.repeat(260)}` : `T${n} title` })],
      [2, () => ({ description: random.chance(0.1) ? null : this.html(n) })],
      [3, () => ({ state: random.pick(states).value })],
      [2, () => ({ ownerUid: random.pick([...PEOPLE.map((p) => p.uid), null]) })],
      [2, () => ({ tags: this.words(item.tags, random.chance(0.2) ? `tag ${n}` : `l${n}`) })],
      [2, () => ({ points: random.pick([n, n, n, null, 0]) })],
      [1, () => ({ parentId: this.parentItem(parent, item) })],
    ])();
    const [name] = Object.keys(values) as (keyof typeof ALIGN_FIELD)[];
    return name !== undefined && !hasField(item.type, ALIGN_FIELD[name]) ? {} : values;
  }

  // --- Life of items -----------------------------------------------------------------------------------------

  private create(): void {
    if (this.world.random.chance(0.6)) this.createIssue();
    else this.createItem();
  }

  private createIssue(): void {
    const { random, jira } = this.world;
    const mapping = random.pick(this.world.mappings);
    const live = jira.live().filter(({ typeId }) => typeId !== ISSUE_TYPES.subtask);
    // Two issues of one title are what a lost answer confuses.
    const twin = random.chance(0.25) && live.length > 0 ? random.pick(live) : null;
    const projectId = twin?.projectId ?? mapping.projectId;
    const typeId =
      twin?.typeId ??
      random.weighted([
        [2, ISSUE_TYPES.epic],
        [4, ISSUE_TYPES.story],
        [2, ISSUE_TYPES.bug],
        [1, ISSUE_TYPES.initiative],
        [1, ISSUE_TYPES.subtask],
        [0.5, ISSUE_TYPES.memo],
      ]);
    const parentId = this.parentFor(typeId, projectId, null);
    if (typeId === ISSUE_TYPES.subtask && parentId === null) return;
    const n = this.next();
    const issue = jira.create(
      this.somebodyInJira(),
      projectId,
      typeId,
      {
        summary: twin?.summary ?? `T${n} title`,
        description: random.chance(0.5) ? htmlToAdf(this.html(n)) : null,
        statusId: random.chance(0.7) ? '10' : random.pick(STATUSES).id,
        assignee: random.pick([null, ...PEOPLE.map((person) => person.accountId)]),
        labels: random.chance(0.4) ? [`l${n}`] : [],
        points: random.chance(0.4) ? n : null,
        parentId,
      },
      null,
    );
    this.count(() => `Jira creates ${issue.key} (${issue.id}) "${issue.summary}"`);
    this.noteIssue(issue, Object.keys(JIRA_FIELD) as (keyof IssueFields)[]);
  }

  private createItem(): void {
    const { random, align } = this.world;
    const mapping = random.pick(this.world.mappings);
    const type = random.weighted<AlignType>([
      [2, 'feature'],
      [4, 'story'],
      [2, 'defect'],
      [1, 'epic'],
      [1, 'task'],
    ]);
    const { parent, parentRequired } = ALIGN_TYPES[type];
    const parentId = this.parentItem(parent, { parentId: null, programId: mapping.programId });
    if (parentRequired && parentId === null) return;
    const n = this.next();
    const item = align.create(this.somebodyInAlign(), type, mapping.programId, {
      title: `T${n} title`,
      description: this.html(n),
      ownerUid: random.pick([null, ...PEOPLE.map((person) => person.uid)]),
      ...(!hasField(type, 'labels') ? {} : { tags: random.chance(0.4) ? [`l${n}`] : [] }),
      ...(!hasField(type, 'points') ? {} : { points: random.chance(0.4) ? n : null }),
      ...(!hasField(type, 'parent') ? {} : { parentId }),
      ...(random.chance(0.3) ? { state: random.pick(ALIGN_TYPES[type].states).value } : {}),
    });
    if (random.chance(0.04)) item.foreignKey = 'OTHER-1';
    this.count(() => `Align creates ${type}:${item.id} "${item.title}"`);
    this.noteItem(item, {});
  }

  private deleteIssue(): void {
    const issue = this.someIssue();
    if (issue === null) return;
    this.count(() => `Jira deletes ${issue.key}`);
    const { jira } = this.world;
    const children = jira.live().filter(({ parentId }) => parentId === issue.id);
    jira.delete(issue, this.somebodyInJira());
    // Whoever deletes a parent takes it from its children.
    for (const child of children) this.noteIssue(child, ['parentId']);
  }

  private removeItem(): void {
    const item = this.someItem();
    if (item === null) return;
    const { random, align } = this.world;
    const forEver = random.chance(0.3);
    this.count(() => `Align ${forEver ? 'deletes' : 'recycles'} ${item.type}:${item.id}`);
    item.removed = true;
    item.gone = forEver;
    if (!forEver) align.touch(item, this.somebodyInAlign());
  }

  private changeWebLink(): void {
    const issue = this.someIssue();
    const [globalId] = [...(issue?.webLinks.keys() ?? [])];
    if (issue === null || globalId === undefined) return;
    const { jira, events } = this.world;
    this.count(() => `Jira: the web link of ${issue.key} is removed`);
    issue.webLinks.delete(globalId);
    jira.touch(issue);
    events.tell(issue, this.somebodyInJira(), { deleted: false, links: true });
  }

  // --- Settings ----------------------------------------------------------------------------------------------

  private changeMapping(): void {
    const { world } = this;
    const { random } = world;
    const chosen = random.pick(world.mappings);
    const field = random.pick(Object.keys(chosen.fields) as SystemField[]);
    const fields = { ...chosen.fields, [field]: drawRule(random, random.chance(0.3)) };
    this.count(() => `Admin maps ${field}: ${JSON.stringify(fields[field])}`);
    const save = async (deps: AppUnderTest) => {
      const current = await deps.settings.mapping(chosen.projectId);
      if (current === null) return;
      const saved = await saveMapping(
        deps as unknown as Parameters<typeof saveMapping>[0],
        {
          ...current,
          fields: { ...current.fields, [field]: fields[field] ?? current.fields[field] },
        },
        { side: 'jira', id: 'jira-ana', name: 'Ana' },
      );
      const at = world.mappings.findIndex(({ projectId }) => projectId === chosen.projectId);
      world.mappings[at] = saved;
      world.ruleChanges.push({ step: world.scheduler.steps, projectId: chosen.projectId });
    };
    void this.untilSaved(save);
  }

  /** An admin who is told that another has saved in the meantime loads the mapping and changes it again. */
  private async untilSaved(save: (deps: AppUnderTest) => Promise<void>): Promise<void> {
    try {
      await this.admin(save);
    } catch (error) {
      if (!(error instanceof ConfigurationError && error.code === 'MAPPING_CHANGED')) throw error;
      await this.untilSaved(save);
    }
  }

  /** Something of the surroundings goes out of order for a while. */
  private disturb(): void {
    const { world } = this;
    const { random, faults, windows, scheduler } = world;
    const minutes = (few: number, many: number) => scheduler.now + random.int(few, many) * MINUTE;
    // Once in a while longer than the queue keeps an event.
    const outage = () => (random.chance(0.03) ? minutes(24 * 60, 30 * 60) : minutes(1, 40));
    if (faults.strikes('jira outage')) windows.outage.jira = outage();
    if (faults.strikes('align outage')) windows.outage.align = outage();
    if (faults.strikes('jira forbids writing')) windows.jiraForbids = minutes(5, 60);
    if (faults.strikes('jira refuses a field')) {
      windows.refused.jira.add(
        random.pick(['summary', 'description', 'assignee', 'labels', POINTS_FIELD, 'status']),
      );
    }
    if (faults.strikes('align refuses a field')) {
      windows.refused.align.add(random.pick(['title', 'ownerUid', 'tags', 'points', 'state']));
    }
    if (faults.strikes('jira hides an issue')) {
      const issue = this.someIssue();
      if (issue !== null) issue.hiddenUntil = minutes(5, 90);
    }
    if (faults.strikes('token revoked')) {
      windows.tokenRevoked = true;
      scheduler.after(random.int(5, 90) * MINUTE, () => void this.replaceToken());
    }
    world.ledger.note(
      () =>
        `Disturbance: ${JSON.stringify({ ...windows, refused: [[...windows.refused.jira], [...windows.refused.align]] })}`,
    );
  }

  private flick(): void {
    this.count(() => 'Admin switches something off');
    this.switches.flick();
  }

  private async replaceToken(): Promise<void> {
    if (!this.world.windows.tokenRevoked) return;
    this.world.windows.tokenRevoked = false;
    await this.connect();
  }

  /** What an admin does on the Connection tab. */
  async connect(): Promise<void> {
    this.world.ledger.note(() => 'Admin enters a token');
    this.world.switchedOff.delete(SITE);
    await this.admin(async (deps) => {
      await saveConnection(
        deps as unknown as Parameters<typeof saveConnection>[0],
        { site: SITE, auth: { kind: 'personal', token: TOKEN } },
        { side: 'jira', id: 'jira-ana', name: 'Ana', email: 'ana@example.com' },
      );
    });
  }

  async saveFirst(mapping: ProjectMapping): Promise<ProjectMapping> {
    let saved = mapping;
    await this.admin(async (deps) => {
      saved = await saveMapping(deps as unknown as Parameters<typeof saveMapping>[0], mapping, {
        side: 'jira',
        id: 'jira-ana',
        name: 'Ana',
      });
    });
    return saved;
  }

  /** An admin repeats what has failed, so calls of the pages do not. */
  private async admin(body: (deps: AppUnderTest) => Promise<unknown>): Promise<void> {
    const { world } = this;
    const run = new Invocation(world.nextRun(), 'admin', world);
    run.crashes = false;
    run.faulty = false;
    await run.run(() => body(compose(world, run)));
  }

  // --- Choices -----------------------------------------------------------------------------------------------

  private next(): number {
    this.serial += 1;
    return this.serial;
  }

  private html(n: number): string {
    return this.world.random.pick([
      `<p>D${n} text</p>`,
      `<p>D${n} <strong>bold</strong> text</p>`,
      `<p>D${n}</p><ul><li><p>one</p></li><li><p>two</p></li></ul>`,
      `<p>D${n} <a href="https://example.com/${n}">link</a></p>`,
    ]);
  }

  private words(current: readonly string[], added: string): string[] {
    const { random } = this.world;
    const kept = current.filter(() => random.chance(0.7));
    return random.chance(0.15) ? kept : [...kept, added];
  }

  private parentFor(typeId: string, projectId: string, current: string | null): string | null {
    const { random, jira } = this.world;
    const allowed = PARENT_TYPES[typeId] ?? [];
    const candidates = jira
      .live()
      .filter((issue) => issue.projectId === projectId && allowed.includes(issue.typeId))
      .map(({ id }) => id);
    if (typeId === ISSUE_TYPES.subtask)
      return candidates.length === 0 ? current : random.pick(candidates);
    return random.chance(0.3) || candidates.length === 0 ? null : random.pick(candidates);
  }

  private parentItem(
    parent: AlignType | null,
    { parentId, programId }: { parentId: number | null; programId: number | null },
  ): number | null {
    const { random, align } = this.world;
    const candidates = align
      .live()
      .filter(
        (item) => item.type === parent && (programId === null || item.programId === programId),
      )
      .map(({ id }) => id);
    if (candidates.length === 0) return parentId;
    return parent !== 'story' && random.chance(0.3) ? null : random.pick(candidates);
  }

  private someIssue(): Issue | null {
    const live = this.world.jira.live();
    return live.length === 0 ? null : this.world.random.pick(live);
  }

  private someItem(): Item | null {
    const live = this.world.align.live();
    return live.length === 0 ? null : this.world.random.pick(live);
  }

  private somebodyInJira() {
    const { accountId, name } = this.world.random.pick(PEOPLE.slice(0, 3));
    return { side: 'jira' as const, id: accountId ?? '', name };
  }

  private somebodyInAlign(): string {
    return this.world.random.pick(PEOPLE).uid ?? '';
  }

  private count(line: () => string): void {
    this.world.ledger.humanActions += 1;
    this.world.ledger.note(() => `PERSON ${line()}`);
  }

  private note(
    side: 'jira' | 'align',
    item: string,
    field: FieldName,
    { shown, key }: { shown: string; key: string },
  ): void {
    const { scheduler, ledger } = this.world;
    ledger.edits.push({ step: scheduler.steps, at: scheduler.now, side, item, field, shown, key });
  }
}
