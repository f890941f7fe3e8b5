import { type Column, csvOf } from '../model/column.js';
import type { CsvModel } from '../model/csv-model.js';
import { maskFreeText } from '../model/masked-value.js';
import type { RunDocumentInput } from './run-document.js';

type Targets = RunDocumentInput['result']['targets'];

const COLUMNS: readonly Column<Targets[number]>[] = [
  { name: 'target', value: (each) => each.target },
  { name: 'status', value: (each) => each.status },
  { name: 'clause', free: true, value: (each) => each.clause },
  { name: 'scope', free: true, value: (each) => maskFreeText(each.scope) },
  { name: 'value', value: (each) => each.value },
  { name: 'goal', value: (each) => each.goal },
  { name: 'numerator', value: (each) => each.numerator },
  { name: 'denominator', value: (each) => each.denominator },
  { name: 'reason', free: true, value: (each) => maskFreeText(each.reason) },
];

/** `targets.csv`: goals of the policy, met or not. */
export function targetsCsv({ result }: { readonly result: { readonly targets: Targets } }): CsvModel {
  return csvOf('targets.csv', COLUMNS, result.targets);
}
