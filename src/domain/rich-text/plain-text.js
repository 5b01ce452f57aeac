import { mediaLabel } from './atoms';
import { DONE_MARK, TODO_MARK } from './task-items';
export function plainText(doc) {
    return lines(doc.content).join('\n');
}
function lines(blocks) {
    return blocks.flatMap((block) => {
        switch (block.type) {
            case 'paragraph':
            case 'heading':
                return [words(block.content)];
            case 'list':
                return block.items.flatMap(lines);
            case 'taskList':
                return taskLines(block.items);
            case 'quote':
            case 'panel':
                return lines(block.content);
            case 'codeBlock':
                return [block.text];
            case 'rule':
                return [];
            case 'table':
                return block.rows.map((row) => row.map((cell) => lines(cell.content).join('\n')).join('\t'));
        }
    });
}
function taskLines(tasks) {
    return tasks.flatMap((task) => {
        const mark = task.done ? DONE_MARK : TODO_MARK;
        const line = task.content.length === 0 ? mark : `${mark} ${words(task.content)}`;
        return [line, ...taskLines(task.children)];
    });
}
function words(inlines) {
    return inlines.map(word).join('');
}
function word(inline) {
    switch (inline.type) {
        case 'text':
        case 'mention':
            return inline.text;
        case 'break':
            return '\n';
        case 'date':
            return inline.day;
        case 'media':
            return mediaLabel(inline.alt);
    }
}
