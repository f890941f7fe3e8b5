import type { Finding } from '../../findings/finding.js';
import type { CsvModel } from '../model/csv-model.js';
import { fileLabels } from '../model/file-labels.js';
import { maskFreeText, maskHouseholdId, maskValue } from '../model/masked-value.js';
import type { FindingDocumentInput } from './run-document.js';

const COLUMNS = 'severity,code,name,file,sheet,cell,row,column,household_id,person,value,message,how,effect'.split(',');
const FREE_TEXT = new Set(['file', 'sheet', 'column', 'household_id', 'person', 'value', 'message', 'how']);

/** `exceptions.csv`: every finding in the order it was made, masked unless the run reveals. */
export function exceptionsCsv(input: FindingDocumentInput): CsvModel {
  const { result, words } = input;
  const label = runFileLabels(input);
  const shown = shownFinding(input.reveal);
  return {
    name: 'exceptions.csv',
    whole: input.reveal,
    columns: COLUMNS.map((name) => ({ name, freeText: FREE_TEXT.has(name) })),
    rows: (function* () {
      for (const { finding, effect } of result.findings) {
        const { place } = finding;
        const text = words(finding);
        yield [
          finding.severity,
          finding.code,
          text.name,
          label(place.file),
          place.sheet === null ? null : shown.text(place.sheet),
          cellOf(finding),
          place.row,
          place.column === null ? null : columnLetters(place.column),
          shown.household(finding),
          shown.name(finding),
          shown.value(finding),
          shown.text(text.what),
          shown.text(text.how),
          effect,
        ];
      }
    })(),
  };
}

/** Names of all files of a run, inputs and places of findings alike. */
export function runFileLabels({ result, origin }: FindingDocumentInput): (file: string | null) => string | null {
  return fileLabels([...origin.inputs.map((each) => each.file), ...result.roster.tables.map((table) => table.file)]);
}

/** `F17`; empty when the finding is about no single cell. */
export function cellOf({ place }: Finding): string | null {
  return place.row === null || place.column === null ? null : `${columnLetters(place.column)}${place.row}`;
}

interface ShownFinding {
  readonly household: (finding: Finding) => string | null;
  readonly name: (finding: Finding) => string | null;
  readonly value: (finding: Finding) => string | null;
  readonly text: (text: string) => string;
}

/** The parts of a finding that name people or numbers, masked unless revealed. */
export function shownFinding(reveal: boolean): ShownFinding {
  if (reveal)
    return {
      household: (finding) => finding.subject.household,
      name: (finding) => finding.subject.name,
      value: (finding) => finding.value,
      text: (text) => text,
    };
  return {
    household: (finding) => maskHouseholdId(finding.subject.household),
    name: (finding) => (finding.subject.name === null ? null : maskFreeText(finding.subject.name)),
    value: (finding) => (finding.value === null ? null : maskValue(finding.place.header, finding.value)),
    text: maskFreeText,
  };
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
