import type { CsvModel } from '../../documents/model/csv-model.js';
import { maskNumbersInText, type ShownText, wholeText } from '../../domain/masking.js';
import { neutralise } from './xml-text.js';

/** A CSV model as lines: RFC 4180, CRLF, numbers masked unless it is whole, free-text columns neutralised. No byte-order mark. */
export function* csvLines(model: CsvModel): Generator<string> {
  const free = model.columns.map((column) => column.freeText === true);
  const shown = model.whole === true ? wholeText : maskNumbersInText;
  yield `${model.columns.map((column) => field(wholeText(column.name))).join(',')}\r\n`;
  for (const row of model.rows) {
    let line = '';
    for (let index = 0; index < model.columns.length; index++) {
      const value = row[index] ?? '';
      const text = typeof value === 'number' ? wholeText(String(value)) : shown(value);
      line += `${index === 0 ? '' : ','}${field(free[index] === true ? neutralise(text) : text)}`;
    }
    yield `${line}\r\n`;
  }
}

function field(text: ShownText): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
