const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

/** An attribute with the space before it. */
export function attribute(name: string, value: string): string {
  return ` ${name}="${value.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)}"`;
}
