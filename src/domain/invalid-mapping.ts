import { ConfigurationError } from './errors';

/** A mapping that cannot work, with the field of the form that is at fault (a dotted path). */
export class InvalidMappingError extends ConfigurationError {
  constructor(
    readonly field: string,
    message: string,
    remedy: string,
  ) {
    super({ code: 'MAPPING_INVALID', message, remedy });
  }
}
