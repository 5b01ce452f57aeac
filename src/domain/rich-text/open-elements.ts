import type { Atom } from './atoms';
import { BLOCK, barriers } from './html-elements';
import { marksWithin } from './html-marks';
import { atomOfElement } from './html-atoms';
import type { Attributes } from './html-tokens';
import { NO_MARKS, type Marks } from './marks';

interface OpenElement {
  name: string;
  attributes: Attributes;
  /** What it says itself that its text stands for. */
  ownAtom: Atom | null;
  /** What text directly in it looks like, and stands for. */
  marks: Marks;
  atom: Atom | null;
  /** Undoes what its start tag did to the tree. */
  end(): void;
}

/** Elements beyond this depth count as their content only; it keeps every look-up short. */
const MAX_OPEN = 256;

/** The open elements of a reader of tag soup, innermost last. */
export class OpenElements {
  private readonly stack: OpenElement[] = [];
  /** How many elements of a name were opened beyond the limit and not closed yet. */
  private readonly beyond = new Map<string, number>();

  get marks(): Marks {
    return this.stack[this.stack.length - 1]?.marks ?? NO_MARKS;
  }

  get atom(): Atom | null {
    return this.stack[this.stack.length - 1]?.atom ?? null;
  }

  get innermost(): string | null {
    return this.stack[this.stack.length - 1]?.name ?? null;
  }

  get full(): boolean {
    return this.stack.length >= MAX_OPEN;
  }

  /** Remembers an element for which there was no room, so that its end tag ends nothing else. */
  skip(name: string): void {
    this.beyond.set(name, (this.beyond.get(name) ?? 0) + 1);
  }

  push(name: string, attributes: Attributes, end: () => void): void {
    const ownAtom = atomOfElement(name, attributes);
    this.stack.push({ name, attributes, ownAtom, marks: NO_MARKS, atom: null, end });
    this.inherit(this.stack.length - 1);
  }

  /** Whether an element of one of these names is open, within the reach of the first name. */
  has(names: readonly string[]): boolean {
    return this.find(names) >= 0;
  }

  /** Ends every open element of these names that their end tags reach, and all within them. */
  endAll(names: readonly string[]): void {
    for (let at = this.find(names); at >= 0; at = this.find(names)) this.popTo(at);
  }

  /**
   * Ends the innermost element of one of these names and all within it; an inline element is taken
   * out from around what it holds, as browsers do for `<b><p>x</b>y</p>`. Answers whether one was.
   */
  endOne(names: readonly string[]): boolean {
    const [name] = names;
    const beyond = name === undefined ? 0 : (this.beyond.get(name) ?? 0);
    if (name !== undefined && beyond > 0) {
      this.beyond.set(name, beyond - 1);
      return true;
    }
    const at = this.find(names);
    if (at < 0) return false;
    if (BLOCK.has(this.stack[at]!.name)) this.popTo(at);
    else this.takeOut(at);
    return true;
  }

  /** Ends all that is open. */
  endEverything(): void {
    this.popTo(0);
  }

  private find(names: readonly string[]): number {
    const stops = barriers(names[0] ?? '');
    for (let at = this.stack.length - 1; at >= 0; at -= 1) {
      const { name } = this.stack[at]!;
      if (names.includes(name)) return at;
      if (stops.includes(name)) return -1;
    }
    return -1;
  }

  private popTo(depth: number): void {
    while (this.stack.length > depth) this.stack.pop()!.end();
  }

  private takeOut(at: number): void {
    this.stack.splice(at, 1)[0]!.end();
    for (let above = at; above < this.stack.length; above += 1) this.inherit(above);
  }

  private inherit(at: number): void {
    const element = this.stack[at]!;
    const around = this.stack[at - 1];
    element.marks = marksWithin(around?.marks ?? NO_MARKS, element.name, element.attributes);
    element.atom = element.ownAtom ?? around?.atom ?? null;
  }
}
