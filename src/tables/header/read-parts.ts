import { HEADER_KINDS, HEADER_PARTS } from '../fields/header-parts.js';
import type { Field } from '../fields/index.js';

type Dimension = keyof typeof HEADER_PARTS;
/** Meanings a header states, by what they are about. */
export type Parts = Readonly<Record<Dimension, ReadonlySet<string>>>;

/** A header taken apart: its core word and the parts around it. */
export interface ReadHeader {
  readonly core: string;
  readonly parts: Parts;
  /** `2024年…`: the year that it names. */
  readonly year: number | null;
}

interface Word {
  readonly text: string;
  readonly dimension: Dimension;
  readonly meaning: string;
}

const WORDS: readonly Word[] = Object.entries(HEADER_PARTS)
  .flatMap(([dimension, meanings]) =>
    Object.entries<readonly string[]>(meanings).flatMap(([meaning, texts]) =>
      texts.map((text): Word => ({ text, dimension: dimension as Dimension, meaning })),
    ),
  )
  .sort((a, b) => b.text.length - a.text.length);

const YEAR = /(?:^|\()(?:公元)?((?:19|20)\d{2})(?:年度|年)(?:度|全年)?\)?/;

/** The year that a header names, or null. */
export function statedYear(text: string): number | null {
  const found = YEAR.exec(text);
  return found === null ? null : Number(found[1]);
}

function emptyParts(): Record<Dimension, Set<string>> {
  return { whose: new Set(), when: new Set(), how: new Set(), where: new Set(), sort: new Set() };
}

/** Every part that occurs in a text, the longest word first: `上半年` is no 年. */
export function partsIn(text: string): Parts {
  const parts = emptyParts();
  let rest = text;
  for (const { text: word, dimension, meaning } of WORDS) {
    if (!rest.includes(word)) continue;
    parts[dimension].add(meaning);
    rest = rest.replaceAll(word, '·');
  }
  return parts;
}

/**
 * Takes neutral words off both ends of a normalised header, brackets too, until `isCore` knows what is left. Null when
 * nothing that is left is known.
 */
export function takeApart(key: string, isCore: (core: string) => boolean): ReadHeader | null {
  const parts = emptyParts();
  const stated = YEAR.exec(key);
  const year = stated === null ? null : Number(stated[1]);
  if (stated !== null) parts.when.add('year');
  let core = stated === null ? key : key.replace(stated[0], '');
  for (;;) {
    if (core.length >= 2 && isCore(core)) return { core, parts, year };
    const bare = core.replace(/^[(、\-_·.:/]+|[(、\-_·.:/]+$/g, '').replace(/^\(?([^()]*)\)$/, '$1');
    const word = WORDS.find(({ text }) => bare !== text && (bare.startsWith(text) || bare.endsWith(text)));
    const bracket = /^(.*)\(([^()]*)\)$/.exec(core);
    const inBracket = bracket === null ? undefined : WORDS.find(({ text }) => text === bracket[2]);
    if (bracket !== null && inBracket !== undefined) {
      parts[inBracket.dimension].add(inBracket.meaning);
      core = bracket[1] ?? '';
      continue;
    }
    if (word === undefined) return null;
    parts[word.dimension].add(word.meaning);
    core = bare.startsWith(word.text) ? bare.slice(word.text.length) : bare.slice(0, -word.text.length);
  }
}

/** What the name of a field says by itself; an amount without a time is the year's. */
function partsOf({ header, type }: Field): Parts {
  const own = partsIn(header);
  return type === 'money' && own.when.size === 0 ? { ...own, when: new Set(['year']) } : own;
}

/** Whether a header says something of a column that its field does not hold: 人均, 本月, 省内 of a year's income. */
export function contradicts(parts: Parts, field: Field): boolean {
  if (field.type !== 'money' && field.type !== 'count' && field.type !== 'person-id' && field.type !== 'name')
    return false;
  const own = partsOf(field);
  for (const meaning of parts.whose) if (!isOf(meaning, field, own)) return true;
  if (field.type === 'person-id' || field.type === 'name') return false;
  for (const meaning of parts.when) if (!own.when.has(meaning)) return true;
  for (const meaning of parts.how) {
    // A sum of months is a year's, and no monthly wage.
    const isSum = meaning === 'total' && !own.how.has('perHead') && !own.when.has('month');
    if (!isSum && !own.how.has(meaning)) return true;
  }
  for (const meaning of parts.where) if (!own.where.has(meaning)) return true;
  return [...parts.sort].some((meaning) => !own.sort.has(meaning));
}

function isOf(meaning: string, field: Field, own: Parts): boolean {
  if (own.whose.has(meaning)) return true;
  if (meaning === 'household') return field.of === '住户' && !own.whose.has('head');
  return meaning === 'member' && field.of === '成员';
}

/** Whether a header names another kind of income or cost than the field. */
export function isOtherKind(key: string, field: Field): boolean {
  if (field.type !== 'money') return false;
  const kindsOf = (text: string): number[] =>
    HEADER_KINDS.flatMap((words, kind) => (words.some((word) => text.includes(word)) ? [kind] : []));
  const own = kindsOf(field.header);
  const said = kindsOf(key);
  return said.length > 0 && !said.some((kind) => own.includes(kind));
}

/** Title of a sheet or a part of it, not the group of a column. */
const TITLE = /(?:表|册|名单|清单|台账|汇总)$/;

/** Whether the group headers over a column say that it is something else: 本月 / 务工收入. What the leaf says goes first. */
export function groupContradicts(path: readonly string[], leaf: string, field: Field): boolean {
  if (field.type !== 'money') return false;
  const own = partsIn(leaf);
  return path.some((word) => {
    const text = word.normalize('NFKC').replace(/\s+/g, '');
    if (text.length > 14 || TITLE.test(text)) return false;
    const { when, how, where } = partsIn(text.replace(YEAR, ''));
    const open = (said: ReadonlySet<string>, stated: ReadonlySet<string>): ReadonlySet<string> =>
      stated.size > 0 ? new Set() : said;
    const how_ = new Set([...open(how, own.how)].filter((meaning) => meaning !== 'part'));
    const parts = { ...emptyParts(), when: open(when, own.when), how: how_, where: open(where, own.where) };
    return contradicts(parts, field);
  });
}
