/**
 * Every behaviour of Jira Align that public material leaves open or contradicts itself about. None
 * is verified against a live site, so a client must work with each value. Change the object of a
 * running stand-in to switch at once.
 */
export interface AlignShapes {
  /** Body of a 201: the whole item, its id as a number, its id as a string, or only `Location`. */
  createAnswers: 'object' | 'id' | 'id-string' | 'empty-with-location';
  /** What POST and PATCH do with `links`: take them, pass them over in silence, or answer 400. */
  links: 'writable' | 'ignored' | 'refused';
  /** Content types that PATCH accepts; another one is answered 415. */
  patchMediaTypes: 'json' | 'json-patch' | 'both';
  /** `isRecycled` of everything but epics, which always carry null or 1. */
  recycled: 'null-or-1' | 'boolean';
  /** Whether `GET /{Type}/{id}/auditlog` exists. */
  auditLog: boolean;
  /** `sometimes-null`: an item nobody has updated since its creation has no `lastUpdatedDate`. */
  lastUpdatedDate: 'always' | 'sometimes-null';
  /** Body of a 4xx. */
  errors: 'problem-details' | 'empty' | 'text';
  /** Whether `$filter` may name `createdBy`; false answers 400. */
  filterOnCreatedBy: boolean;
  /** Whether descriptions come back with other markup than was sent. */
  htmlRewrite: boolean;
  /** Name of the program in the body of a feature's POST. The other name is passed over. */
  programField: 'primaryProgramId' | 'programId' | 'both';
  /** Whether a PATCH may cancel and recycle (`isCanceled`, `isRecycled`), or is answered 400. */
  lifecycleWrites: 'writable' | 'refused';
  /** What `DELETE /{Type}/{id}` does: puts the item into the recycle bin (204), or answers 405. */
  deletion: 'recycles' | 'refused';
}

/** The values with the best evidence. */
export const DEFAULT_SHAPES: AlignShapes = {
  createAnswers: 'object',
  links: 'writable',
  patchMediaTypes: 'both',
  recycled: 'boolean',
  auditLog: false,
  lastUpdatedDate: 'sometimes-null',
  errors: 'problem-details',
  filterOnCreatedBy: true,
  htmlRewrite: false,
  programField: 'primaryProgramId',
  lifecycleWrites: 'writable',
  deletion: 'recycles',
};
