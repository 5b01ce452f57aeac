const ALLOWED = {
    doc: ['heading', 'rule', 'quote', 'panel', 'table', 'taskList', 'mediaGroup'],
    item: ['taskList'],
    quote: ['mediaGroup'],
    panel: ['heading', 'rule', 'taskList', 'mediaGroup'],
    cell: ['heading', 'rule', 'quote', 'panel', 'taskList', 'mediaGroup'],
};
export function mayHold(container, block) {
    return ALLOWED[container].includes(block);
}
export const MAX_DEPTH = 32;
