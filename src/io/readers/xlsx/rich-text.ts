import type { ShownCell } from '../../../tables/grid.js';
import { isTrue, type XmlElement } from './xml-reader.js';
import { unescapeXstring } from './xml-text.js';

/**
 * The runs of one text (`si`, `is`) as they are parsed. Struck out and raised or lowered runs are kept apart: the 1 of
 * 12000¹ is a note, no digit.
 */
export class RichText {
  #whole = '';
  #plain = '';
  #run: string | null = null;
  #marked = false;
  #anyMarked = false;
  #phonetic = 0;

  open(name: string, element: XmlElement): void {
    if (name === 'rPh' || this.#phonetic > 0) this.#phonetic++;
    else if (name === 't') this.#run = '';
    else if (name === 'r') this.#marked = false;
    else if (name === 'strike') this.#marked ||= isTrue(element.attribute('val') ?? 'true');
    else if (name === 'vertAlign') this.#marked ||= element.attribute('val') !== 'baseline';
  }

  close(name: string): void {
    if (this.#phonetic > 0) this.#phonetic--;
    else if (name === 't' && this.#run !== null) {
      const text = unescapeXstring(this.#run);
      this.#whole += text;
      if (this.#marked && text.trim() !== '') this.#anyMarked = true;
      else this.#plain += text;
      this.#run = null;
    }
  }

  text(text: string): void {
    if (this.#run !== null && this.#phonetic === 0) this.#run += text;
  }

  /** The text; where a part of it is struck out or raised, what is left without that part stands beside the whole. */
  result(): string | ShownCell {
    if (!this.#anyMarked) return this.#whole;
    return { kind: 'shown', value: this.#whole, text: this.#plain.trim() === '' ? null : this.#plain, scaled: true };
  }
}
