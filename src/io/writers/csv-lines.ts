import { type Options, stringify } from 'csv-stringify/sync';
import { maskNumbersInText, wholeText } from '../../domain/masking.js';
import type { CsvModel } from '../../documents/model/csv-model.js';
import { neutralise } from './xml-text.js';

/** RFC 4180; a lone CR or LF inside a field is quoted too, which the record delimiter alone would not ask for. */
const RFC_4180: Options = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ };

/** So many rows are handed over at a time: one call a row would cost more than the rows. */
const AT_ONCE = 256;

/** A CSV model as text: RFC 4180, CRLF, numbers masked unless it is whole, free-text columns neutralised. No byte-order mark. */
export function* csvLines(model: CsvModel): Generator<string> {
  const free = model.columns.map((column) => column.freeText === true);
  const shown = model.whole === true ? wholeText : maskNumbersInText;
  let rows: string[][] = [model.columns.map((column) => column.name)];
  for (const row of model.rows) {
    rows.push(
      free.map((isFree, index) => {
        const value = row[index] ?? '';
        if (typeof value === 'number') return wholeText(String(value));
        return isFree ? neutralise(shown(value)) : shown(value);
      }),
    );
    if (rows.length < AT_ONCE) continue;
    yield stringify(rows, RFC_4180);
    rows = [];
  }
  if (rows.length > 0) yield stringify(rows, RFC_4180);
}
