import { atomId, calendarDay } from './atoms';
import { mediaCollection, mediaDisplay } from './attributes';
export const MENTION = 'data-mention';
export const MEDIA = 'data-media';
export const MEDIA_COLLECTION = 'data-media-collection';
export const MEDIA_DISPLAY = 'data-media-display';
export function atomOfElement(name, attributes) {
    if (name === 'time') {
        const day = calendarDay(attributes.get('datetime'));
        return day === null ? null : { type: 'date', day };
    }
    if (name !== 'span')
        return null;
    const mention = atomId(attributes.get(MENTION));
    if (mention !== null)
        return { type: 'mention', id: mention };
    const media = atomId(attributes.get(MEDIA));
    if (media === null)
        return null;
    return {
        type: 'media',
        id: media,
        collection: mediaCollection(attributes.get(MEDIA_COLLECTION)),
        display: mediaDisplay(attributes.get(MEDIA_DISPLAY)),
    };
}
