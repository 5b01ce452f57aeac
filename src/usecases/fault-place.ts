/** An unexpected error's name and the place it came from, for a log: its message may carry what a user wrote. */
export function faultPlace(error: Error): string {
  return `${error.name} ${error.stack?.split('\n')[1]?.trim() ?? ''}`;
}
