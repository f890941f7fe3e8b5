import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';

const COLUMNS = 'target,status,clause,scope,value,goal,numerator,denominator,reason'.split(',');
const FREE_TEXT = new Set(['clause', 'scope', 'reason']);

/** `targets.csv`: goals of the policy, met or not. */
export function targetsCsv({ result }: { readonly result: Pick<RunDocumentInput['result'], 'targets'> }): CsvModel {
  return {
    name: 'targets.csv',
    columns: COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const each of result.targets)
        yield [
          each.target,
          each.status,
          each.clause,
          maskFreeText(each.scope),
          each.value,
          each.goal,
          each.numerator,
          each.denominator,
          maskFreeText(each.reason),
        ];
    })(),
  };
}
