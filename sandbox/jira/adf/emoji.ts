/** Emoji that a person can write by name, as Jira's editor inserts them: short name to id and text. */
const EMOJI: Readonly<Record<string, { id: string; text: string }>> = {
  ':rocket:': { id: '1f680', text: '🚀' },
  ':tada:': { id: '1f389', text: '🎉' },
  ':warning:': { id: '26a0', text: '⚠' },
  ':bug:': { id: '1f41b', text: '🐛' },
  ':white_check_mark:': { id: '2705', text: '✅' },
  ':thumbsup:': { id: '1f44d', text: '👍' },
  ':smile:': { id: '1f604', text: '😄' },
  ':fire:': { id: '1f525', text: '🔥' },
  ':eyes:': { id: '1f440', text: '👀' },
  ':bulb:': { id: '1f4a1', text: '💡' },
  ':credit_card:': { id: '1f4b3', text: '💳' },
};

/** Attributes of an emoji node, or undefined for a name that is not in the list. */
export function emojiAttributes(shortName: string): Record<string, unknown> | undefined {
  const found = Object.hasOwn(EMOJI, shortName) ? EMOJI[shortName] : undefined;
  return found && { shortName, id: found.id, text: found.text };
}
