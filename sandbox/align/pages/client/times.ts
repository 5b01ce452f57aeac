const toTheMinute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const toTheSecond = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });

/** Shows the times inside an element in the reader's time zone, those of a history to the second. */
export function localTimes(inside: ParentNode): void {
  for (const time of inside.querySelectorAll('time')) {
    const format = time.closest('.audit') ? toTheSecond : toTheMinute;
    time.textContent = format.format(new Date(time.dateTime));
  }
}
