import type { Finding } from '../../findings/finding.js';
import { type Column, csvOf } from '../model/column.js';
import type { CsvModel } from '../model/csv-model.js';
import { fileLabels } from '../model/file-labels.js';
import { maskFreeText, maskHouseholdId, maskValue } from '../model/masked-value.js';
import type { FindingDocumentInput } from './run-document.js';

/** `exceptions.csv`: every finding in the order it was made, masked unless the run reveals. */
export function exceptionsCsv(input: FindingDocumentInput): CsvModel {
  return csvOf('exceptions.csv', columnsOf(input), told(input), input.reveal);
}

type Told = FindingDocumentInput['result']['findings'][number] & {
  readonly text: ReturnType<FindingDocumentInput['words']>;
};

function* told({ result, words }: FindingDocumentInput): Generator<Told> {
  for (const { finding, effect } of result.findings) yield { finding, effect, text: words(finding) };
}

function columnsOf(input: FindingDocumentInput): readonly Column<Told>[] {
  const label = runFileLabels(input);
  const shown = shownFinding(input.reveal);
  return [
    { name: 'severity', value: ({ finding }) => finding.severity },
    { name: 'code', value: ({ finding }) => finding.code },
    { name: 'name', value: ({ text }) => text.name },
    { name: 'file', free: true, value: ({ finding }) => label(finding.place.file) },
    {
      name: 'sheet',
      free: true,
      value: ({ finding }) => (finding.place.sheet === null ? null : shown.text(finding.place.sheet)),
    },
    { name: 'cell', value: ({ finding }) => cellOf(finding) },
    { name: 'row', value: ({ finding }) => finding.place.row },
    {
      name: 'column',
      free: true,
      value: ({ finding }) => (finding.place.column === null ? null : columnLetters(finding.place.column)),
    },
    { name: 'household_id', free: true, value: ({ finding }) => shown.household(finding) },
    { name: 'person', free: true, value: ({ finding }) => shown.name(finding) },
    { name: 'value', free: true, value: ({ finding }) => shown.value(finding) },
    { name: 'message', free: true, value: ({ text }) => shown.text(text.what) },
    { name: 'how', free: true, value: ({ text }) => shown.text(text.how) },
    { name: 'effect', value: ({ effect }) => effect },
  ];
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
