/** A refusal of the storage service: the status and the `{code, message}` body it answers. */
export class KvsFailure extends Error {
  override readonly name = 'KvsFailure';

  /**
   * @param code The service's error code. `KEY_NOT_FOUND`, `KEY_CONFLICT`, `EMPTY_KEY`,
   *   `INVALID_KEY`, `KEY_TOO_LONG`, `MAX_SIZE`, `MAX_DEPTH`, `INVALID_ENTITY_VALUE`,
   *   `INVALID_ENTITY_INDEX`, `COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE` and
   *   `CONDITIONAL_CHECK_FAILED` are Forge's; every other code here is ours, not verified against
   *   a live site, so an app must not depend on it.
   */
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
