import { Answers } from '../../src/tables/answers.js';
import { basename } from 'node:path';
import { markedPaths, type CopyKind } from '../../src/cli/write/marked-paths.js';
import type { CommonOptions } from '../../src/cli/line/options.js';
import { readInputs } from '../../src/cli/input/read-inputs.js';
import { openTerminal } from '../../src/cli/terminal/terminal.js';
import { writeCorrected } from '../../src/cli/write/write-corrected-copies.js';
import { writeAnnotated } from '../../src/cli/write/write-marked-copies.js';
import type { Finding, FindingPlace } from '../../src/findings/finding.js';

export const OPTIONS: CommonOptions = {
  policies: [],
  allowDraftPolicy: false,
  period: null,
  asOf: '2024-10-31',
  name: 'main',
  out: null,
  parameters: {},
  readings: {},
  map: null,
  answers: new Answers(null, []),
  sheets: [],
  compare: [],
  accepted: null,
  previous: [],
  shows: () => true,
  failOn: 'error',
  format: 'text',
  csvEncoding: 'utf8-bom',
  ledger: './butie.db',
  budget: null,
  by: { name: 'test', given: true },
};

/** What `butie check` finds in some files, and the marked or corrected copies it writes into `out`. */
export async function checkAndCopy(
  files: readonly string[],
  out: string,
  kind: CopyKind | null,
): Promise<{ readonly findings: readonly Finding[]; readonly copies: readonly string[]; readonly rebuilt: boolean[] }> {
  const terminal = await openTerminal({ lang: 'zh', reveal: false, quiet: true, verbose: false, color: false });
  const inputs = await readInputs(files, OPTIONS, terminal);
  try {
    const { findings } = inputs;
    if (kind === null) return { findings, copies: [], rebuilt: [] };
    const books = inputs.workbooks.filter((book) => inputs.readings.some(({ file }) => file === book.file));
    const paths = await markedPaths(books, kind, out, false, files);
    const written =
      kind === '校验'
        ? await writeAnnotated(paths, inputs, OPTIONS, terminal)
        : (await writeCorrected(paths, inputs, OPTIONS, terminal)).flatMap((copy) => copy.written ?? []);
    return { findings, copies: written.map(({ path }) => path), rebuilt: written.map(({ rebuilt }) => rebuilt) };
  } finally {
    await inputs.close();
  }
}

/** Findings without what belongs to the file itself: its name, its ending, its encoding. */
export function comparable(findings: readonly Finding[]): string[] {
  const ofFile = new Set(['FIL-02', 'FIL-03', 'FIL-07', 'FIL-08']);
  return findings
    .filter(({ code }) => !ofFile.has(code))
    .map((finding) =>
      JSON.stringify({
        ...finding,
        place: comparablePlace(finding.place),
        related: finding.related.map(comparablePlace),
      }),
    )
    .sort();
}

/** Excel takes neither blanks at the ends of a sheet's name nor more than 31 characters. */
function comparablePlace(place: FindingPlace): FindingPlace {
  return { ...place, file: nameOf(place.file), sheet: place.sheet?.trim().slice(0, 31) ?? null };
}

function nameOf(file: string | null): string | null {
  return file === null ? null : basename(file).replace(/(?:\.(?:校验|修正))?\.\w+$/, '');
}
