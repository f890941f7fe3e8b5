import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Check, CompareLists } from '../../src/checks/define-check.js';
import { groupFindings, groupLines } from '../../src/checks/group-findings.js';
import { CHECKS } from '../../src/checks/index.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { FindingCollector } from '../../src/findings/collector.js';
import type { Finding } from '../../src/findings/finding.js';
import { openWorkbook } from '../../src/io/readers/index.js';
import { ReadFault, type Workbook } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { exampleSheets } from './example-roster.js';
import { WHOLE_FILES } from './gallery-files.js';

/**
 * The error gallery: for every code that a file can trigger, the smallest input and the exact words a clerk reads. Inputs
 * come from the checks' own examples, or from gallery-files.ts where a whole file is needed. UPDATE_GALLERY=1 writes it.
 */
const GALLERY = new URL('../gallery/', import.meta.url);
const UPDATE = process.env['UPDATE_GALLERY'] === '1';

interface Exhibit {
  readonly check: Check;
  readonly files: Readonly<Record<string, string>>;
  readonly asOf: string;
  readonly lists: CompareLists;
}

function exhibits(): Exhibit[] {
  return CHECKS.flatMap((check): Exhibit[] => {
    const whole = WHOLE_FILES[check.code];
    if (whole !== undefined) return [{ check, files: whole, asOf: '2024-12-31', lists: [] }];
    const example = check.examples.find((one) => one.expect.length > 0);
    if (example === undefined) return [];
    const files = Object.fromEntries(
      Object.entries(exampleSheets(example)).map(([sheet, rows]) => [
        `${sheet}.csv`,
        `${rows.map((row) => row.map((cell) => cellText(cell)).join(',')).join('\n')}\n`,
      ]),
    );
    return [{ check, files, asOf: example.asOf ?? '2024-12-31', lists: example.lists ?? [] }];
  });
}

function cellText(cell: unknown): string {
  const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads the folder as `butie check` does and gives the lines about this code, without colours. */
async function terminalText(folder: URL, { check, asOf, lists }: Exhibit): Promise<string> {
  const collector = new FindingCollector();
  const workbooks: Workbook[] = [];
  const names = readdirSync(folder).filter((name) => name !== 'terminal.txt');
  for (const name of names.sort()) {
    try {
      const workbook = await openWorkbook(fileURLToPath(new URL(encodeURIComponent(name), folder)));
      workbooks.push({ ...workbook, file: name });
    } catch (error) {
      if (!(error instanceof ReadFault)) throw error;
      const { reason } = error;
      collector.add({ code: 'FIL-01', severity: 'error', place: { file: name }, params: { reason } });
    }
  }
  const { roster, findings } = await readRoster(workbooks);
  for (const finding of findings) collector.add(finding);
  runChecks({ roster, asOf, lists, only: [check.code] }, collector);
  for (const workbook of workbooks) await workbook.close();
  const own = collector.findings.filter((finding: Finding) => finding.code === check.code);
  const lines = groupLines(groupFindings(own, { lang: 'zh', reveal: false }), 'zh');
  return `$ butie check ${names.join(' ')}\n\n${lines.map((line) => line.text).join('\n')}\n`;
}

describe.each(exhibits().map((exhibit) => [exhibit.check.code, exhibit] as const))('gallery/%s', (code, exhibit) => {
  const folder = new URL(`${code}/`, GALLERY);

  it('holds the smallest input and the words a clerk reads', async () => {
    if (UPDATE) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [name, text] of Object.entries(exhibit.files))
        writeFileSync(new URL(encodeURIComponent(name), folder), text);
    }
    for (const [name, text] of Object.entries(exhibit.files))
      expect(readFileSync(new URL(encodeURIComponent(name), folder), 'utf8'), name).toBe(text);
    const terminal = await terminalText(folder, exhibit);
    expect(terminal, 'the input must show its code').toContain(code);
    const file = new URL('terminal.txt', folder);
    if (UPDATE) writeFileSync(file, terminal);
    expect(terminal).toBe(readFileSync(file, 'utf8'));
  });
});

describe('the gallery', () => {
  it('has no folder for a code that is gone, and one for every code a file can trigger', () => {
    const shown = exhibits().map((exhibit) => exhibit.check.code);
    const folders = existsSync(GALLERY) ? readdirSync(GALLERY, { withFileTypes: true }) : [];
    expect(
      folders
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(shown.sort());
    const missing = CHECKS.filter((check) => ['reader', 'tables', 'roster', 'lists'].includes(check.stage))
      .map((check) => check.code)
      .filter((code) => !shown.includes(code));
    expect(missing).toEqual(NOT_SHOWN);
  });
});

/** FIL-07 needs 65,536 rows, FIL-08 a binary workbook; for HDR-05 the reader tells HDR-01, HDR-03 or HDR-09. */
const NOT_SHOWN: readonly string[] = ['FIL-07', 'FIL-08', 'HDR-05'];
