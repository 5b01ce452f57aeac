import { safeUrl } from './safe-url';
const BY_NAME = {
    b: { strong: true },
    strong: { strong: true },
    summary: { strong: true },
    i: { em: true },
    em: { em: true },
    cite: { em: true },
    dfn: { em: true },
    u: { underline: true },
    ins: { underline: true },
    s: { strike: true },
    strike: { strike: true },
    del: { strike: true },
    code: { code: true },
    kbd: { code: true },
    samp: { code: true },
    tt: { code: true },
    sub: { script: 'sub' },
    sup: { script: 'sup' },
};
export function marksWithin(around, name, attributes) {
    const marks = Object.hasOwn(BY_NAME, name) ? { ...around, ...BY_NAME[name] } : around;
    if (name === 'a') {
        const link = safeUrl(attributes.get('href'));
        return link === null ? marks : { ...marks, link };
    }
    const style = attributes.get('style');
    return style === undefined ? marks : marksOfStyle(marks, style);
}
function marksOfStyle(around, style) {
    let marks = around;
    for (const declaration of style.toLowerCase().split(';')) {
        const colon = declaration.indexOf(':');
        const value = declaration.slice(colon + 1).trim();
        switch (declaration.slice(0, colon).trim()) {
            case 'font-weight':
                marks = switched(marks, 'strong', /^(?:bold|bolder|[6-9]00)\b/.test(value));
                break;
            case 'font-style':
                marks = switched(marks, 'em', /^(?:italic|oblique)\b/.test(value));
                break;
            case 'text-decoration':
            case 'text-decoration-line':
                if (value.includes('underline'))
                    marks = { ...marks, underline: true };
                if (value.includes('line-through'))
                    marks = { ...marks, strike: true };
                break;
            case 'vertical-align':
                if (value === 'sub')
                    marks = { ...marks, script: 'sub' };
                if (value === 'super')
                    marks = { ...marks, script: 'sup' };
        }
    }
    return marks;
}
function switched(marks, mark, on) {
    const others = { ...marks };
    delete others[mark];
    return on ? { ...others, [mark]: true } : others;
}
