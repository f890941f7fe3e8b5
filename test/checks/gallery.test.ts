import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { assessRun } from '../../src/batch/run/assess-run.js';
import { settledAlone } from '../../src/batch/run/settled.js';
import { claimFindings } from '../../src/batch/run/claim-findings.js';
import type { Check, CompareLists } from '../../src/checks/define-check.js';
import { groupFindings, groupLines } from '../../src/checks/group-findings.js';
import { CHECKS } from '../../src/checks/index.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { EMPTY_HISTORY } from '../../src/domain/history.js';
import type { Roster } from '../../src/domain/roster.js';
import { FindingCollector } from '../../src/findings/collector.js';
import type { Finding } from '../../src/findings/finding.js';
import { openWorkbook } from '../../src/io/readers/index.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { outcomeFindings } from '../../src/policy/assess/outcome-findings.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { ReadFault, type Workbook } from '../../src/tables/grid.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { exampleSheets } from './example-roster.js';
import { BIG_FILES, BINARY_FILES } from './gallery-binary-files.js';
import { WHOLE_FILES } from './gallery-files.js';
import { POLICY_FILES, type PolicyFiles } from './gallery-policy-files.js';

/**
 * The error gallery: for every code that a file can trigger, the smallest input and the exact words a clerk reads. Inputs
 * come from the checks' own examples, or from gallery-files.ts where a whole file is needed. UPDATE_GALLERY=1 writes it.
 */
const GALLERY = new URL('../gallery/', import.meta.url);
const UPDATE = process.env['UPDATE_GALLERY'] === '1';

interface Exhibit {
  readonly check: Check;
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** Too big to keep: written to a temporary folder each time, and only the words stay in the gallery. */
  readonly tooBig?: true;
  readonly asOf: string;
  readonly lists: CompareLists;
  readonly policy?: PolicyFiles;
}

function exhibits(): Exhibit[] {
  return CHECKS.flatMap((check): Exhibit[] => {
    const common = { check, asOf: '2024-12-31', lists: [] };
    const policy = POLICY_FILES[check.code];
    if (policy !== undefined) return [{ ...common, files: policy.files, asOf: policy.asOf, policy }];
    const big = BIG_FILES[check.code];
    if (big !== undefined) return [{ ...common, files: big(), tooBig: true }];
    const whole = BINARY_FILES[check.code]?.() ?? WHOLE_FILES[check.code];
    if (whole !== undefined) return [{ ...common, files: whole }];
    const example = check.examples.find((one) => one.expect.length > 0);
    if (example === undefined) return [];
    const files = Object.fromEntries(
      Object.entries(exampleSheets(example)).map(([sheet, rows]) => [
        `${sheet}.csv`,
        `${rows.map((row) => row.map((cell) => cellText(cell)).join(',')).join('\n')}\n`,
      ]),
    );
    return [{ ...common, files, asOf: example.asOf ?? '2024-12-31', lists: example.lists ?? [] }];
  });
}

function cellText(cell: unknown): string {
  const text = typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads the folder as the command does and gives the lines about this code, without colours. */
async function terminalText(folder: URL, exhibit: Exhibit): Promise<string> {
  const { check, asOf, lists, policy } = exhibit;
  const collector = new FindingCollector();
  const workbooks: Workbook[] = [];
  const names = Object.keys(exhibit.files).sort();
  for (const name of names) {
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
  // Under a policy everything runs: what holds a household decides what is said of its amounts.
  runChecks({ roster, asOf, lists, ...(policy === undefined ? { only: [check.code] } : {}) }, collector);
  for (const workbook of workbooks) await workbook.close();
  const found = policy === undefined ? collector.findings : underPolicy(policy, roster, collector.findings);
  const own = found.filter((finding: Finding) => finding.code === check.code);
  const lines = groupLines(groupFindings(own, { lang: 'zh', reveal: false }), 'zh');
  return `$ butie ${words(names, policy)}\n\n${lines.map((line) => line.text).join('\n')}\n`;
}

function words(names: readonly string[], policy: PolicyFiles | undefined): string {
  if (policy === undefined) return `check ${names.join(' ')}`;
  const { command, policy: id, asOf } = policy;
  const rest = command === 'run' ? ` --period ${asOf.slice(0, 7)} --out 结果` : ` --as-of ${asOf}`;
  return `${command} ${names.join(' ')} --policy ${id}${rest}`;
}

/** What `check --policy` or `run` finds, with an empty ledger. */
function underPolicy(
  { command, policy, asOf }: PolicyFiles,
  roster: Roster,
  findings: readonly Finding[],
): readonly Finding[] {
  const file = `src/policy/packs/${policy}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);
  if (pack === null) throw new Error(`${policy} does not parse`);
  const readings = Object.fromEntries(pack.readings.map(({ id, default: usual }) => [id, usual]));
  const request = { pack, roster, asOf, period: asOf.slice(0, 7), readings, parameters: {} };
  if (command === 'run')
    return assessRun({
      ...request,
      packHash: '',
      name: 'main',
      findings,
      checks: [],
      history: EMPTY_HISTORY,
      allOrNothing: false,
      inputs: [],
    }).findings.map(({ finding }) => finding);
  const collector = new FindingCollector();
  for (const finding of findings) collector.findings.push(finding);
  const assessment = assess(request);
  for (const draft of [...assessment.findings, ...outcomeFindings(request, assessment)]) collector.add(draft);
  claimFindings(roster, settledAlone(assessment, roster, findings), collector);
  return collector.findings;
}

describe.each(exhibits().map((exhibit) => [exhibit.check.code, exhibit] as const))('gallery/%s', (code, exhibit) => {
  const folder = new URL(`${code}/`, GALLERY);
  const { files, tooBig } = exhibit;

  it('holds the smallest input and the words a clerk reads', async () => {
    if (UPDATE) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
    }
    const inputs = tooBig === true ? pathToFileURL(`${mkdtempSync(join(tmpdir(), 'butie-gallery-'))}/`) : folder;
    if (UPDATE || tooBig === true)
      for (const [name, content] of Object.entries(files))
        writeFileSync(new URL(encodeURIComponent(name), inputs), content);
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(new URL(encodeURIComponent(name), inputs)).equals(Buffer.from(content)), name).toBe(true);
    const terminal = await terminalText(inputs, exhibit);
    if (tooBig === true) rmSync(inputs, { recursive: true });
    expect(terminal, 'the input must show its code').toContain(code);
    const file = new URL('terminal.txt', folder);
    if (UPDATE) writeFileSync(file, terminal);
    expect(terminal).toBe(readFileSync(file, 'utf8'));
  });
});

describe('the gallery', () => {
  const shown = exhibits().map((exhibit) => exhibit.check.code);

  it('has no folder for a code that is gone', () => {
    const folders = existsSync(GALLERY) ? readdirSync(GALLERY, { withFileTypes: true }) : [];
    expect(
      folders
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual([...shown].sort());
  });

  it('shows every code, but for those that a file alone cannot give', () => {
    const missing = CHECKS.map((check) => check.code).filter((code) => !shown.includes(code));
    expect(missing.filter((code) => reasonFor(code) === null)).toEqual([]);
    expect(shown.filter((code) => reasonFor(code) !== null)).toEqual([]);
  });
});

/** Why a code has no entry: what it takes besides a roster. */
const NOT_SHOWN: Readonly<Record<string, readonly string[]>> = {
  'a ledger with an earlier batch of the same files, or of the same key with other content': ['FIL-04', 'FIL-05'],
  'a ledger with earlier payments, drafts or clawbacks (test/ledger, test/cli)': [
    ...Array.from({ length: 13 }, (_, i) => `LED-${String(i + 1).padStart(2, '0')}`),
    'LED-15',
    'LED-16',
  ],
  'a file without a table beside one that has some (test/cli)': ['FIL-09'],
  'a list of problems handed in again (test/cli/strike-off)': ['FIL-20'],
  'an old payout sheet taken into the ledger (test/cli/opening-history)': ['LED-14'],
  'a batch written out for a bank that asks for it (test/bank)': ['BNK-06', 'BNK-07', 'BNK-08', 'BNK-09', 'BNK-21'],
  'a bank’s answer to an exported batch (test/bank, test/cli/batch-life)': [
    ...Array.from({ length: 8 }, (_, i) => `BNK-${String(i + 10)}`),
    'BNK-19',
    'BNK-20',
    'BNK-22',
    'BNK-23',
  ],
  'a ledger with a payment that a bank sent back': ['BNK-18'],
  'a workbook whose cells show something else than they store (test/cli/what-a-cell-shows)': ['CEL-22'],
  'a month of monitoring with 指标填报 (test/cli/monitor-cases)': ['ROW-50', 'ROW-51', 'ROW-52'],
  'a pack that pays claims of 申请 (test/cli/claims)': ['ROW-60', 'ROW-61', 'ROW-62'],
  'a year said on the line (test/cli/what-is-asked)': ['HDR-11'],
};

function reasonFor(code: string): string | null {
  return Object.keys(NOT_SHOWN).find((reason) => NOT_SHOWN[reason]?.includes(code) === true) ?? null;
}
