import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskHouseholdId, maskOrNull } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';

const COLUMNS = 'flag,status,household_id,head_name,township,community,value,threshold,gap,clause,reason'.split(',');
const FREE_TEXT = new Set(['household_id', 'head_name', 'township', 'community', 'clause', 'reason']);

/** `flags.csv`: policy outcomes of households; held households too. */
export function flagsCsv({ result }: { readonly result: Pick<RunDocumentInput['result'], 'flags'> }): CsvModel {
  return {
    name: 'flags.csv',
    columns: COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const flag of result.flags)
        yield [
          flag.flag,
          flag.status,
          maskHouseholdId(flag.householdId),
          maskOrNull(flag.headName),
          maskOrNull(flag.township),
          maskOrNull(flag.community),
          flag.value,
          flag.threshold,
          flag.gap,
          flag.clause,
          maskFreeText(flag.reason),
        ];
    })(),
  };
}
