import { type Column, csvOf } from '../model/column.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText, maskHouseholdId, maskOrNull } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';

type Flags = RunDocumentInput['result']['flags'];

const COLUMNS: readonly Column<Flags[number]>[] = [
  { name: 'flag', value: (flag) => flag.flag },
  { name: 'status', value: (flag) => flag.status },
  { name: 'household_id', free: true, value: (flag) => maskHouseholdId(flag.householdId) },
  { name: 'head_name', free: true, value: (flag) => maskOrNull(flag.headName) },
  { name: 'township', free: true, value: (flag) => maskOrNull(flag.township) },
  { name: 'community', free: true, value: (flag) => maskOrNull(flag.community) },
  { name: 'value', value: (flag) => flag.value },
  { name: 'threshold', value: (flag) => flag.threshold },
  { name: 'gap', value: (flag) => flag.gap },
  { name: 'clause', free: true, value: (flag) => flag.clause },
  { name: 'reason', free: true, value: (flag) => maskFreeText(flag.reason) },
];

/** `flags.csv`: policy outcomes of households; held households too. */
export function flagsCsv({ result }: { readonly result: { readonly flags: Flags } }): CsvModel {
  return csvOf('flags.csv', COLUMNS, result.flags);
}
