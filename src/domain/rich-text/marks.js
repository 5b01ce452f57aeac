export const NO_MARKS = Object.freeze({});
export function combinableMarks(marks) {
    if (!marks.code)
        return marks;
    return marks.link === undefined ? { code: true } : { code: true, link: marks.link };
}
export function sameMarks(a, b) {
    return (a.strong === b.strong &&
        a.em === b.em &&
        a.underline === b.underline &&
        a.strike === b.strike &&
        a.code === b.code &&
        a.script === b.script &&
        a.link === b.link);
}
