import { BLOCK, barriers } from './html-elements';
import { marksWithin } from './html-marks';
import { atomOfElement } from './html-atoms';
import { NO_MARKS } from './marks';
const MAX_OPEN = 256;
export class OpenElements {
    stack = [];
    beyond = new Map();
    get marks() {
        return this.stack[this.stack.length - 1]?.marks ?? NO_MARKS;
    }
    get atom() {
        return this.stack[this.stack.length - 1]?.atom ?? null;
    }
    get innermost() {
        return this.stack[this.stack.length - 1]?.name ?? null;
    }
    get full() {
        return this.stack.length >= MAX_OPEN;
    }
    skip(name) {
        this.beyond.set(name, (this.beyond.get(name) ?? 0) + 1);
    }
    push(name, attributes, end) {
        const ownAtom = atomOfElement(name, attributes);
        this.stack.push({ name, attributes, ownAtom, marks: NO_MARKS, atom: null, end });
        this.inherit(this.stack.length - 1);
    }
    has(names) {
        return this.find(names) >= 0;
    }
    endAll(names) {
        for (let at = this.find(names); at >= 0; at = this.find(names))
            this.popTo(at);
    }
    endOne(names) {
        const [name] = names;
        const beyond = name === undefined ? 0 : (this.beyond.get(name) ?? 0);
        if (name !== undefined && beyond > 0) {
            this.beyond.set(name, beyond - 1);
            return true;
        }
        const at = this.find(names);
        if (at < 0)
            return false;
        if (BLOCK.has(this.stack[at].name))
            this.popTo(at);
        else
            this.takeOut(at);
        return true;
    }
    endEverything() {
        this.popTo(0);
    }
    find(names) {
        const stops = barriers(names[0] ?? '');
        for (let at = this.stack.length - 1; at >= 0; at -= 1) {
            const { name } = this.stack[at];
            if (names.includes(name))
                return at;
            if (stops.includes(name))
                return -1;
        }
        return -1;
    }
    popTo(depth) {
        while (this.stack.length > depth)
            this.stack.pop().end();
    }
    takeOut(at) {
        this.stack.splice(at, 1)[0].end();
        for (let above = at; above < this.stack.length; above += 1)
            this.inherit(above);
    }
    inherit(at) {
        const element = this.stack[at];
        const around = this.stack[at - 1];
        element.marks = marksWithin(around?.marks ?? NO_MARKS, element.name, element.attributes);
        element.atom = element.ownAtom ?? around?.atom ?? null;
    }
}
