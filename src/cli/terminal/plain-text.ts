/** Stands for the escape character of our own colours until the text has gone through {@link plainText}. */
const OWN_ESCAPE = '\uFDD0';
const ESCAPE = '\u001B';

/**
 * What a terminal would obey instead of show: control characters but line breaks and tabs, marks that turn the direction of
 * reading, line separators, and half characters. Written as `\u202e` it can be seen, and inside JSON it is the same text.
 */
// biome-ignore format: one range a line
const OBEYED = /(?!\r?\n|\t)\p{Cc}|[\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]|\p{Cs}/gu;
const OWN_COLOUR = new RegExp(`${OWN_ESCAPE}(\\[\\d{1,3}m)`, 'g');

/** Text of any origin as it may go to a terminal, our own colours kept. */
export function plainText(text: string): string {
  return text.replace(OBEYED, escaped).replace(OWN_COLOUR, `${ESCAPE}$1`);
}

/** Colours put on by ourselves, so marked that {@link plainText} lets them through. */
export function ownColours(text: string, colour: (text: string) => string): string {
  return colour(text.replaceAll(ESCAPE, escaped(ESCAPE))).replaceAll(ESCAPE, OWN_ESCAPE);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
