/** The words of a printed choice (`☑有 □无`, `有（√） 无（ ）`) whose mark is set, and those whose mark is not. */
export interface PrintedChoice {
  readonly ticked: readonly string[];
  readonly open: readonly string[];
}

const TICK = '☑✅✔✓√🗸🗹■●◉';
const OPEN = '□☐◻⬜○◯';
/** Set beside open boxes (Word draws a chosen box so), not set beside ticks. */
const CROSS = '☒×✗✘✕✖❌';
const MARK = new RegExp(`[${TICK}${OPEN}${CROSS}]`, 'u');
const MARKS = new RegExp(`([${TICK}${OPEN}${CROSS}])|([^${TICK}${OPEN}${CROSS}]+)`, 'gu');
const BRACKETED = new RegExp(`[(\\[{【〔]\\s*([${TICK}${CROSS}]?)\\s*[)\\]}】〕]`, 'gu');
/** An empty pair of brackets, as long as it is not known to be a box. */
const BRACKETS = '◯';

/**
 * Reads a choice among printed words, each with a mark before it, or each with one behind it. Null for any other text:
 * a mark alone, a mark among words, open brackets without any mark set.
 */
export function readPrintedChoice(text: string): PrintedChoice | null {
  if (!MARK.test(text) && !/[(（[【]\s*[)）\]】]/u.test(text)) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\ufe00-\ufe0f]/gu, '')
    .replace(BRACKETED, (_, mark: string) => (mark === '' ? BRACKETS : mark))
    .replace(/\s+/gu, '');
  const tokens = [...plain.matchAll(MARKS)].map(([token, mark]) => ({ token, isMark: mark !== undefined }));
  const first = tokens[0]?.isMark === true;
  if (tokens.length < 2 || tokens.length % 2 !== 0) return null;
  if (tokens.some(({ isMark }, index) => (isMark !== (index % 2 === 0)) === first)) return null;
  const pairs = tokens.flatMap(({ token }, index) => {
    const next = tokens[index + 1]?.token ?? '';
    if (index % 2 !== 0) return [];
    return first ? [{ mark: token, word: bare(next) }] : [{ mark: next, word: bare(token) }];
  });
  const anyTick = pairs.some(({ mark }) => TICK.includes(mark));
  const anyOpen = pairs.some(({ mark }) => OPEN.includes(mark));
  const isSet = (mark: string): boolean => TICK.includes(mark) || (CROSS.includes(mark) && !anyTick && anyOpen);
  const ticked = pairs.filter(({ mark }) => isSet(mark)).map(({ word }) => word);
  const isBracketed = pairs.every(({ mark }) => mark === BRACKETS) && !text.includes(BRACKETS);
  // 流水（） may be a word with nothing beside it; 有× alone is no choice.
  if (ticked.length === 0 && (isBracketed || !anyOpen)) return null;
  return { ticked, open: pairs.filter(({ mark }) => !isSet(mark)).map(({ word }) => word) };
}

/** Without the signs between one choice and the next. */
function bare(word: string): string {
  return word.replace(/^[;；,，、/|.。]+|[;；,，、/|.。]+$/gu, '');
}
