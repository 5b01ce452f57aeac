/**
 * Guarantee: whatever goes wrong, a page gets a code that it knows, a message and a remedy, in the shape of the
 * contract, and nothing of the inside of the app.
 */
import fc from 'fast-check';
import { CallError, CallErrorCode } from '../../src/contract';
import * as errors from '../../src/domain/errors';
import { InvalidMappingError } from '../../src/domain/invalid-mapping';
import { callError } from '../../src/entry/call-error';

const details = (code: string): errors.ErrorDetails => ({
  code,
  message: 'It failed.',
  remedy: 'Do this.',
  cause: new Error('secret inside'),
});

const ERRORS: readonly [string, unknown, CallErrorCode][] = [
  ['no connection', new errors.ConfigurationError(details('NOT_CONNECTED')), 'NOT_CONNECTED'],
  [
    'a wrong host',
    new errors.ConfigurationError(details('ALIGN_HOST_REFUSED')),
    'ALIGN_HOST_REFUSED',
  ],
  [
    'a page instead of the API',
    new errors.UnavailableError('align', details('ALIGN_NOT_ALIGN'), false),
    'ALIGN_NOT_ALIGN',
  ],
  [
    'a refused token',
    new errors.TokenRefusedError('align', details('ALIGN_TOKEN_REFUSED')),
    'ALIGN_TOKEN_REFUSED',
  ],
  [
    'a token of the wrong shape',
    new errors.ConfigurationError(details('ALIGN_TOKEN_SHAPE')),
    'ALIGN_TOKEN_REFUSED',
  ],
  [
    'an unknown user of the token',
    new errors.ConfigurationError(details('ALIGN_USER_UNKNOWN')),
    'ALIGN_FORBIDDEN',
  ],
  ['a right that is missing', new errors.ForbiddenError('align', details('X')), 'ALIGN_FORBIDDEN'],
  [
    'Align out of order',
    new errors.UnavailableError('align', details('X'), true),
    'ALIGN_UNAVAILABLE',
  ],
  [
    'Jira out of order',
    new errors.UnavailableError('jira', details('X'), true),
    'JIRA_UNAVAILABLE',
  ],
  ['a rate limit', new errors.RateLimitedError('jira', details('X'), 7), 'RATE_LIMITED'],
  ['a lost race', new errors.ConfigurationError(details('MAPPING_CHANGED')), 'CONFLICT'],
  ['something that is not there', new errors.NotFoundError('jira', details('X')), 'NOT_FOUND'],
  ['a wrong mapping', new InvalidMappingError('types', 'It failed.', 'Do this.'), 'INVALID_INPUT'],
  ['a failing storage', new errors.StorageError(details('X')), 'INTERNAL'],
  ['a fault of the app', new errors.UnexpectedError(new Error('secret inside')), 'INTERNAL'],
  ['a refusal', new errors.RejectedError('align', details('X')), 'INTERNAL'],
  ['a plain error', new TypeError('secret inside'), 'INTERNAL'],
  ['a thrown text', 'secret inside', 'INTERNAL'],
  ['nothing at all', undefined, 'INTERNAL'],
];

test.each(ERRORS)('%s', (_what, error, code) => {
  const answer = callError(error);
  expect(CallError.parse(answer)).toEqual(answer);
  expect(answer.code).toBe(code);
  expect(answer.message).toMatch(/^[A-Z].*\.$/);
  expect(answer.remedy).toMatch(/^[A-Z].*\.$/);
  expect(JSON.stringify(answer)).not.toContain('secret');
});

test('every code of the contract is given to some error, but the one that the resolver gives itself', () => {
  const given = new Set(ERRORS.map(([, , code]) => code));
  expect(CallErrorCode.options.filter((code) => !given.has(code))).toEqual(['FORBIDDEN']);
});

test("the app's own words reach the page", () => {
  expect(callError(new errors.StorageError(details('X')))).toMatchObject({
    message: 'It failed.',
    remedy: 'Do this.',
  });
});

test.each([
  [new errors.ConfigurationError(details('ALIGN_HOST_REFUSED')), 'site'],
  [new errors.UnavailableError('align', details('ALIGN_NOT_ALIGN'), false), 'site'],
  [new errors.TokenRefusedError('align', details('ALIGN_TOKEN_REFUSED')), 'auth.token'],
  [new InvalidMappingError('states.epic', 'It failed.', 'Do this.'), 'states.epic'],
  [new errors.NotFoundError('align', details('X')), undefined],
] as const)('the field at fault is named: %#', (error, field) => {
  expect(callError(error).field).toBe(field);
});

test('a wait is told in whole milliseconds, whatever the other side said', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (seconds) => {
      const answer = callError(new errors.RateLimitedError('align', details('X'), seconds));
      expect(CallError.parse(answer)).toEqual(answer);
      expect(answer.retryAfterMs).toBeGreaterThanOrEqual(seconds * 1000);
    }),
  );
  expect(callError(new errors.StorageError(details('X')))).not.toHaveProperty('retryAfterMs');
});
