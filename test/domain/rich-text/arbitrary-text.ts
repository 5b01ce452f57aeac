import fc from 'fast-check';

/** Words that have broken converters: entities, RTL, emoji, joiners, half pairs, mark look-alikes. */
export const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  fc.constantFrom(
    ...['a', ' ', '  ', '\n', '\t', '\u00a0', ' \u00a0 ', 'word', 'two words', ' edge ', '', '.'],
    ...[
      'שלום עולם',
      'مرحبا',
      '👩‍👩‍👧‍👦',
      '🇩🇪',
      '𝒳',
      '\ud83d',
      '\ude00',
      'e\u0301',
      '\u3000',
      '\u200b',
      '\ufeff',
    ],
    ...['☐', '☑', '☐ ', '☑ done', '@Ana', '@', '[a.png]', '[file]', '[', ']', '2026-11-24'],
    ...[
      '&amp;',
      '&',
      '<',
      '>',
      '"',
      "'",
      '&nbsp;',
      '&#x26;',
      '&lt;script&gt;',
      '<b>',
      '-->',
      ']]>',
    ],
    ...['\u0000', '\r\n', '\u2028', '\u0085', 'javascript:alert(1)', 'https://a.example/'],
  ),
);

export const anyUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.constantFrom(
    ...['mailto:ana@acme.example', 'HTTPS://Acme.example/a b?q="<x>"#é', 'http://a.example/ü'],
    ...['javascript:alert(1)', 'java\tscript:alert(1)', ' \u0001javascript:alert(1)', 'vbscript:x'],
    ...['data:text/html,<script>alert(1)</script>', '//evil.example', '/browse/PAY-1', '#x', ''],
    ...['https:///x', 'https://', 'mailto:', 'file:///etc/passwd', 'https://a.example/\ud800'],
  ),
  anyText,
);
