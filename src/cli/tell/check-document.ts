import { acceptancesOf } from '../../batch/run/acceptances.js';
import { deriveHolds } from '../../batch/run/holding.js';
import { acceptanceOf } from '../../checks/accept-finding.js';
import { findCheck } from '../../checks/index.js';
import { renderFinding } from '../../checks/render-finding.js';
import { maskFreeText, maskHouseholdId, maskValue } from '../../documents/model/masked-value.js';
import type { Finding, FindingPlace, Lang } from '../../findings/finding.js';
import { cellAddress, columnLetter } from '../../tables/grid.js';
import type { Fault } from '../faults/fault.js';
import { faultDocument } from '../faults/fault-report.js';
import type { Inputs } from '../input/inputs.js';
import type { TableSource } from '../../domain/roster.js';
import type { CodeFilter } from '../line/code-filter.js';
import { countCodes, countSeverities } from './severity-words.js';

/** What `check --format json` is made from. */
export interface CheckDocumentInput {
  readonly inputs: Inputs;
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly toolVersion: string;
  /** Findings that are shown; the counts speak of all. */
  readonly shows: CodeFilter;
}

/**
 * `butie check --format json` as one object, `butie-check/1`. Same names as the columns of exceptions.csv; keys, codes and
 * statuses are the same in every language. Numbers are masked unless revealed.
 */
export function checkDocument(input: CheckDocumentInput): Readonly<Record<string, unknown>> {
  const { inputs } = input;
  return {
    ...headDocument(input),
    findings: [...findingDocuments(input)],
    summary: summaryDocument(inputs, input.shows),
    ...errorPart(inputs.faults, input.lang),
  };
}

/**
 * The same as lines: first `{"type":"check"…}`, then one line a finding, last `{"type":"summary"…}`, so that a stream that
 * was cut off can be told from a whole one.
 */
export function* checkLines(input: CheckDocumentInput): Generator<string> {
  yield JSON.stringify({ type: 'check', ...headDocument(input) });
  for (const finding of findingDocuments(input)) yield JSON.stringify({ type: 'finding', ...finding });
  yield JSON.stringify({
    type: 'summary',
    ...summaryDocument(input.inputs, input.shows),
    ...errorPart(input.inputs.faults, input.lang),
  });
}

function headDocument({ inputs, lang, reveal, toolVersion }: CheckDocumentInput): Readonly<Record<string, unknown>> {
  return {
    schema: 'butie-check/1',
    tool_version: toolVersion,
    lang,
    revealed: reveal,
    as_of: inputs.asOf,
    inputs: inputs.files.map((file) => ({
      file: file.file,
      kind: file.kind,
      encoding: file.encoding,
      sha256: file.sha256,
      bytes: file.bytes,
      tables: inputs.roster.tables
        .filter((table) => table.file === file.file)
        .map((table) => ({
          sheet: table.sheet,
          table: table.kind,
          header_rows: table.headerRows,
          rows: table.rows,
          unused_columns: unusedColumns(inputs, table),
          columns: Object.fromEntries(
            [...table.columns.values()].map(({ column, header }) => [columnLetter(column), header]),
          ),
        })),
    })),
    checks: inputs.checkRuns,
  };
}

/** Headers of columns that hold values and are not used. */
function unusedColumns(
  { readings }: Pick<Inputs, 'readings'>,
  { index, file }: Pick<TableSource, 'index' | 'file'>,
): readonly string[] {
  const tables = readings.find((reading) => reading.file === file)?.tables ?? [];
  return tables.find((table) => table.index === index)?.unused ?? [];
}

function* findingDocuments({
  inputs,
  lang,
  reveal,
  shows,
}: CheckDocumentInput): Generator<Readonly<Record<string, unknown>>> {
  const holds = deriveHolds(inputs.roster, inputs.findings, acceptancesOf(inputs.accepted));
  for (const finding of inputs.findings.filter(shows))
    yield { ...findingDocument(finding, lang, reveal), effect: holds.effectOf(finding) };
}

/** One finding with the names that the columns of exceptions.csv have; masked unless revealed. */
export function findingDocument(finding: Finding, lang: Lang, reveal: boolean): Readonly<Record<string, unknown>> {
  const text = (value: string): string => (reveal ? value : maskFreeText(value));
  const { place, subject } = finding;
  const words = renderFinding(finding, lang, { reveal });
  return {
    severity: finding.severity,
    code: finding.code,
    name: findCheck(finding.code)?.name ?? finding.code,
    ...placeDocument(place),
    household_id: reveal ? subject.household : maskHouseholdId(subject.household),
    person: subject.name === null ? null : text(subject.name),
    value: valueOf(finding, reveal),
    message: text(words.what),
    why: text(words.why),
    how: text(words.how),
    related: finding.related.map(placeDocument),
  };
}

function placeDocument(place: FindingPlace): Readonly<Record<string, unknown>> {
  return {
    file: place.file,
    sheet: place.sheet,
    cell: place.row === null || place.column === null ? null : cellAddress(place.row, place.column),
    row: place.row,
    column: place.column === null ? null : columnLetter(place.column),
    header: place.header,
  };
}

function valueOf({ value, place }: Finding, reveal: boolean): string | null {
  return value === null || reveal ? value : maskValue(place.header, value);
}

function summaryDocument(inputs: Inputs, shows: CodeFilter): Readonly<Record<string, unknown>> {
  const statuses = { passed: 0, found: 0, 'not-run': 0, failed: 0 };
  for (const { status } of inputs.checkRuns) statuses[status] += 1;
  const { rows } = inputs.roster;
  return {
    ...countSeverities(open(inputs)),
    accepted: inputs.findings.length - open(inputs).length,
    households: rows.住户.length,
    members: rows.成员.length,
    checks: statuses,
    by_code: Object.fromEntries(countCodes(open(inputs))),
    not_shown: inputs.findings.filter((finding) => !shows(finding)).length,
  };
}

/** The findings that nobody accepted. */
export function open({ findings, accepted }: Pick<Inputs, 'findings' | 'accepted'>): readonly Finding[] {
  const known = acceptancesOf(accepted);
  return known.size === 0 ? findings : findings.filter((finding) => acceptanceOf(finding, known) === null);
}

function errorPart(faults: readonly Fault[], lang: Lang): Readonly<Record<string, unknown>> {
  return faults.length === 0 ? {} : { ...faultDocument(faults, lang) };
}
