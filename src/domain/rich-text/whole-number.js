export function wholeNumber(value, min, max, fallback) {
    const digits = typeof value === 'string' ? value.trim() : value;
    if (typeof digits === 'string' && !/^\d{1,9}$/.test(digits))
        return fallback;
    const number = typeof digits === 'string' || typeof digits === 'number' ? Number(digits) : NaN;
    return Number.isInteger(number) && number >= min && number <= max ? number : fallback;
}
