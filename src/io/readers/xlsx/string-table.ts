import { PartFault } from './fault.js';
import type { XlsxLimits } from './limits.js';
import type { ShownCell } from '../../../tables/grid.js';

/** Collects the texts, within the limits of memory. */
export class StringTable {
  readonly #limits: XlsxLimits;
  readonly texts: (string | ShownCell)[] = [];
  #chars = 0;

  constructor(limits: XlsxLimits) {
    this.#limits = limits;
  }

  add(text: string | ShownCell): void {
    const length = typeof text === 'string' ? text.length : String(text.value).length;
    this.#chars += length;
    if (length > this.#limits.cellText) throw new PartFault('cell-too-long', `a cell of ${length} characters`);
    if (this.texts.length >= this.#limits.strings || this.#chars > this.#limits.stringChars) {
      throw new PartFault('bomb', `${this.texts.length} shared strings of ${this.#chars} characters`);
    }
    this.texts.push(text);
  }
}
