import type { MarkKind } from '../../documents/model/workbook-marks.js';
import { attributeOf, childrenOf, prefixOf, rootOf, TextEdits, withAttribute, type XmlSlice } from './xml-slices.js';

/** Fills of diagnostics-and-style.md A4. */
const FILLS: Readonly<Record<MarkKind, string>> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', fixed: 'FFDDEBF7' };
/** Lists of a style sheet in the order of the schema. */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type Section = (typeof SECTIONS)[number];

const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A clerk's style sheet to which styles are added. What is there keeps its place and its bytes: a marked cell gets a copy
 * of its own style with another fill, since a style is shared by many cells.
 */
export class StyleSheet {
  readonly #text: string;
  readonly #root: XmlSlice;
  readonly #prefix: string;
  readonly #slices = new Map<string, XmlSlice>();
  readonly #items: Record<Section, string[]>;
  readonly #known: Record<Section, number>;
  readonly #fills = new Map<MarkKind, number>();
  readonly #copies = new Map<string, number>();

  /** `text` null for a workbook without styles. Throws NotEditable. */
  constructor(text: string | null) {
    this.#text = text ?? EMPTY;
    this.#root = rootOf(this.#text);
    this.#prefix = prefixOf(this.#root.name);
    for (const slice of childrenOf(this.#text, this.#root)) this.#slices.set(slice.local, slice);
    const items = {} as Record<Section, string[]>;
    const known = {} as Record<Section, number>;
    for (const section of SECTIONS) {
      const slice = this.#slices.get(section);
      items[section] =
        slice === undefined ? [] : childrenOf(this.#text, slice).map((item) => this.#text.slice(item.start, item.end));
      known[section] = items[section].length;
    }
    this.#items = items;
    this.#known = known;
    // A list that is used must have what the format takes for granted.
    if (items.fills.length === 0)
      for (const pattern of ['none', 'gray125'])
        items.fills.push(this.#own(`<fill><patternFill patternType="${pattern}"/></fill>`));
    if (items.cellXfs.length === 0)
      items.cellXfs.push(this.#own('<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'));
  }

  /** The style like `old` with the fill of a mark. */
  marked(old: number, kind: MarkKind): number {
    let fill = this.#fills.get(kind);
    if (fill === undefined) {
      fill = this.#place(
        'fills',
        `<fill><patternFill patternType="solid"><fgColor rgb="${FILLS[kind]}"/><bgColor indexed="64"/></patternFill></fill>`,
      );
      this.#fills.set(kind, fill);
    }
    return this.#withFill(old, fill);
  }

  /** The style like `old` without one of our fills; `old` itself when it has none. */
  unmarked(old: number): number {
    const fill = attributeOf(this.#openTag(old), 'fillId');
    const xml = fill === null ? undefined : this.#items.fills[Number(fill)];
    const ours = xml !== undefined && Object.values(FILLS).some((color) => xml.includes(`"${color}"`));
    return ours ? this.#withFill(old, 0) : old;
  }

  /** Adds the cell styles of another style sheet; gives the new index of each. */
  adopt(other: string): number[] {
    const sheet = new StyleSheet(other);
    const formats = new Map<string, string>();
    for (const item of sheet.#items.numFmts) {
      const code = attributeOf(item, 'formatCode') ?? '';
      formats.set(attributeOf(item, 'numFmtId') ?? '', this.#format(code));
    }
    const place = (section: Section): number[] => sheet.#items[section].map((item) => this.#place(section, item));
    const [fonts, fills, borders] = [place('fonts'), place('fills'), place('borders')];
    return sheet.#items.cellXfs.map((item) => {
      let xf = item;
      const move = (name: string, map: (value: string) => string | number): void => {
        const end = xf.indexOf('>') + 1;
        const tag = xf.slice(0, end);
        xf = withAttribute(tag, name, String(map(attributeOf(tag, name) ?? '0'))) + xf.slice(end);
      };
      move('numFmtId', (id) => formats.get(id) ?? id);
      move('fontId', (id) => fonts[Number(id)] ?? 0);
      move('fillId', (id) => fills[Number(id)] ?? 0);
      move('borderId', (id) => borders[Number(id)] ?? 0);
      return this.#place('cellXfs', xf);
    });
  }

  toString(): string {
    const edits = new TextEdits(this.#text);
    let behind = this.#root.openEnd;
    for (const section of SECTIONS) {
      const slice = this.#slices.get(section);
      const items = this.#items[section];
      const added = items.slice(this.#known[section]);
      if (slice === undefined) {
        if (added.length > 0)
          edits.insert(behind, `${this.#tag(section, items.length)}${added.join('')}</${this.#prefix}${section}>`);
        continue;
      }
      behind = slice.end;
      if (added.length === 0) continue;
      const open = this.#text.slice(slice.start, slice.openEnd);
      const empty = slice.closeStart === slice.end;
      const tag = withAttribute(empty ? open.replace(/\s*\/>$/, '>') : open, 'count', String(items.length));
      edits.replace(slice.start, slice.openEnd, tag + (empty ? `${added.join('')}</${slice.name}>` : ''));
      if (!empty) edits.insert(slice.closeStart, added.join(''));
    }
    return edits.toString();
  }

  #withFill(old: number, fill: number): number {
    const key = `${old} ${fill}`;
    let copy = this.#copies.get(key);
    if (copy === undefined) {
      const xf = this.#items.cellXfs[old] ?? this.#items.cellXfs[0] ?? '';
      const end = xf.indexOf('>') + 1;
      const tag = withAttribute(withAttribute(xf.slice(0, end), 'fillId', String(fill)), 'applyFill', '1');
      copy = this.#placeRaw('cellXfs', tag + xf.slice(end));
      this.#copies.set(key, copy);
    }
    return copy;
  }

  #openTag(style: number): string {
    const xf = this.#items.cellXfs[style] ?? '';
    return xf.slice(0, xf.indexOf('>') + 1);
  }

  /** Number of a format code that may be there already. */
  #format(code: string): string {
    const items = this.#items.numFmts;
    const same = items.find((item) => attributeOf(item, 'formatCode') === code);
    if (same !== undefined) return attributeOf(same, 'numFmtId') ?? '0';
    const id = Math.max(163, ...items.map((item) => Number(attributeOf(item, 'numFmtId') ?? 0))) + 1;
    const quoted = code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    items.push(this.#own(`<numFmt numFmtId="${id}" formatCode="${quoted}"/>`));
    return String(id);
  }

  #place(section: Section, xml: string): number {
    return this.#placeRaw(section, this.#own(xml));
  }

  #placeRaw(section: Section, xml: string): number {
    const items = this.#items[section];
    const at = items.indexOf(xml);
    return at >= 0 ? at : items.push(xml) - 1;
  }

  /** Our own markup with the prefix of this part. */
  #own(xml: string): string {
    return this.#prefix === '' ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${this.#prefix}`);
  }

  #tag(section: Section, count: number): string {
    return `<${this.#prefix}${section} count="${count}">`;
  }
}
