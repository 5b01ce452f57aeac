import { atomId, calendarDay, type Atom } from './atoms';
import { mediaCollection, mediaDisplay } from './attributes';
import type { Attributes } from './html-tokens';

// The attributes that carry Jira's own inlines through HTML.

/** Account id of a mentioned person. */
export const MENTION = 'data-mention';
/** Id of a file in Jira's media store. */
export const MEDIA = 'data-media';
/** The file's collection. */
export const MEDIA_COLLECTION = 'data-media-collection';
/** How the file is laid out. */
export const MEDIA_DISPLAY = 'data-media-display';

/** What an element says its text stands for; null for an ordinary element. */
export function atomOfElement(name: string, attributes: Attributes): Atom | null {
  if (name === 'time') {
    const day = calendarDay(attributes.get('datetime'));
    return day === null ? null : { type: 'date', day };
  }
  if (name !== 'span') return null;
  const mention = atomId(attributes.get(MENTION));
  if (mention !== null) return { type: 'mention', id: mention };
  const media = atomId(attributes.get(MEDIA));
  if (media === null) return null;
  return {
    type: 'media',
    id: media,
    collection: mediaCollection(attributes.get(MEDIA_COLLECTION)),
    display: mediaDisplay(attributes.get(MEDIA_DISPLAY)),
  };
}
