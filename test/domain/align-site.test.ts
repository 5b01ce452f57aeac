/**
 * Guarantee: the app can only ever be pointed at a host of jiraalign.com, whatever an admin types or is made to
 * paste; what it refuses it refuses with what to enter instead.
 */
import fc from 'fast-check';
import { alignItemUrl, parseAlignSite } from '../../src/domain/align-site';
import { ConfigurationError } from '../../src/domain/errors';
import { ALIGN_TYPE_NAMES } from './arbitrary-mapping';

/** The host that the app would call, or the error. */
function outcome(input: string): string | ConfigurationError {
  try {
    return parseAlignSite(input);
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
}

test.each([
  'acme.jiraalign.com',
  '  acme.jiraalign.com\n',
  'https://acme.jiraalign.com',
  'https://acme.jiraalign.com/',
  'HTTPS://ACME.JiraAlign.COM/RequestGrid?FirstTime=True&FeatureID=501',
  'acme.jiraalign.com/RequestGrid?a=b:c',
  'ACME.JIRAALIGN.COM',
  // A browser turns these into the same host, so they lead nowhere else.
  '\uff41cme.jiraalign.com',
  'acme\u3002jiraalign\u3002com',
])('%j is the host acme.jiraalign.com', (input) => {
  expect(outcome(input)).toBe('acme.jiraalign.com');
});

test.each([
  ['a host with more labels', 'https://acme.eu-1.jiraalign.com', 'acme.eu-1.jiraalign.com'],
  ['a host with digits and hyphens', '4-acme-2.jiraalign.com', '4-acme-2.jiraalign.com'],
])('%s is accepted', (_what, input, host) => expect(outcome(input)).toBe(host));

test.each([
  ['nothing', ''],
  ['white space', '  \t'],
  ['no host at all', 'https://'],
  ['words', 'our align site'],
  ['the bare domain', 'jiraalign.com'],
  ['the bare domain with a dot before it', '.jiraalign.com'],
  ['a domain that ends alike', 'evil-jiraalign.com'],
  ['a domain that ends alike, with a label', 'acme.evil-jiraalign.com'],
  ['a longer domain', 'acme.jiraalign.com.evil.example'],
  ['a domain in another zone', 'acme.jiraalign.co'],
  ['the host as a path', 'https://evil.example/acme.jiraalign.com'],
  ['the host as a query', 'https://evil.example?acme.jiraalign.com'],
  ['the host as a fragment', 'https://evil.example#acme.jiraalign.com'],
  ['the host as a user name', 'https://acme.jiraalign.com@evil.example'],
  ['the host as a user name with a password', 'https://acme.jiraalign.com:443@evil.example/'],
  ['an encoded user name', 'https://acme.jiraalign.com%40evil.example'],
  ['a user name', 'https://admin@acme.jiraalign.com'],
  ['a user name and a password', 'https://admin:secret@acme.jiraalign.com'],
  ['an empty user name', 'https://@acme.jiraalign.com'],
  ['a fragment that hides a host', 'https://acme.jiraalign.com#@evil.example'],
  ['a fragment', 'https://acme.jiraalign.com/#/grid'],
  ['a backslash before another host', 'https://evil.example\\.jiraalign.com'],
  ['a backslash', 'https://acme.jiraalign.com\\@evil.example'],
  ['a port', 'acme.jiraalign.com:8443'],
  ['the usual port', 'https://acme.jiraalign.com:443/'],
  ['an empty port', 'https://acme.jiraalign.com:'],
  ['plain http', 'http://acme.jiraalign.com'],
  ['a script', 'javascript:alert(1)//.jiraalign.com'],
  ['a file', 'file://acme.jiraalign.com/x'],
  ['another scheme', 'ftp://acme.jiraalign.com'],
  ['an IPv4 address', '10.0.0.1'],
  ['an IPv4 address in one number', 'https://2130706433/'],
  ['an IPv6 address', 'https://[::1]/'],
  ['this machine', 'localhost'],
  ['an address of the cloud platform', 'https://169.254.169.254/latest/meta-data'],
  ['a dot at the end', 'acme.jiraalign.com.'],
  ['two dots', 'acme..jiraalign.com'],
  ['an underscore', 'ac_me.jiraalign.com'],
  ['a label that begins with a hyphen', '-acme.jiraalign.com'],
  ['a label of 64 letters', `${'a'.repeat(64)}.jiraalign.com`],
  ['white space within', 'acme .jiraalign.com'],
  ['a Cyrillic letter in the domain', 'acme.jir\u0430align.com'],
  ['a dotless i in the domain', 'acme.j\u0131raalign.com'],
  ['a character that looks like a slash', 'acme.jiraalign.com\u2215evil.example'],
  ['a null character', 'acme.jiraalign.com\u0000.evil.example'],
])('%s is refused: %j', (_what, input) => {
  const error = outcome(input);
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error).toMatchObject({
    code: 'ALIGN_HOST_REFUSED',
    message: expect.stringMatching(/^This Jira Align site cannot be used\. \S.*\.$/s),
    remedy: expect.stringContaining('acme.jiraalign.com'),
  });
});

test.each([
  ['http://acme.jiraalign.com', /begin with https/],
  ['https://admin@acme.jiraalign.com', /user name/],
  ['acme.jiraalign.com:8443', /port/],
  ['acme.jiraalign.com/#x', /fragment/],
  ['acme.atlassian.net', /"acme\.atlassian\.net" is not a host of jiraalign\.com/],
])('the message for %s names the fault', (input, fault) => {
  expect(outcome(input)).toMatchObject({ message: expect.stringMatching(fault) });
});

const scrap = fc.constantFrom(
  ...['https:', 'http:', '//', '/', '\\', '@', ':', '#', '?', '.', '%', ' ', '\n', '\t', '[', ']'],
  ...['acme', 'jiraalign', 'com', 'jiraalign.com', 'acme.jiraalign.com', 'evil.example', '443'],
  ...[
    '%2e',
    '%00',
    '\u0000',
    '\u3002',
    '\u0430',
    'ß',
    '\u202e',
    '127.0.0.1',
    '::1',
    'xn--',
    '🚀',
    '-',
  ],
);
const anyInput = fc.oneof(
  { weight: 3, arbitrary: fc.array(scrap, { maxLength: 8 }).map((list) => list.join('')) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(scrap, { maxLength: 3 }), fc.array(scrap, { maxLength: 3 }))
      .map(([before, behind]) => [...before, 'acme.jiraalign.com', ...behind].join('')),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
);

test('whatever is typed, the outcome is a host below jiraalign.com or the refusal', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const host = outcome(input);
      if (typeof host !== 'string') {
        expect(host.code).toBe('ALIGN_HOST_REFUSED');
        return;
      }
      expect(host).toMatch(/^[a-z0-9.-]+\.jiraalign\.com$/);
      const url = new URL(`https://${host}/rest/align/api/2/`);
      expect(url.href).toBe(`https://${host}/rest/align/api/2/`);
      expect(url.hostname).toBe(host);
      expect(outcome(host)).toBe(host);
    }),
    { numRuns: 3000 },
  );
});

test('the address of an item leads to its own grid on the site, and names the item', () => {
  const urls = ALIGN_TYPE_NAMES.map((type) => {
    const url = new URL(alignItemUrl('acme.jiraalign.com', { type, id: 501 }));
    expect([url.protocol, url.host]).toEqual(['https:', 'acme.jiraalign.com']);
    expect([...url.searchParams.values()]).toContain('501');
    return url.pathname;
  });
  expect(new Set(urls).size).toBe(ALIGN_TYPE_NAMES.length);
});
