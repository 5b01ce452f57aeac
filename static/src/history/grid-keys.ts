/** The row a key moves to from `row`, or null for a key that moves nothing. */
export function stepOf(key: string, row: number, rows: number, pageRows: number): number | null {
  const last = rows - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(row + 1, last);
    case 'ArrowUp':
      return Math.max(row - 1, 0);
    case 'PageDown':
      return Math.min(row + Math.max(pageRows, 1), last);
    case 'PageUp':
      return Math.max(row - Math.max(pageRows, 1), 0);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
