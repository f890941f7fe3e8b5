import { basename, join } from 'node:path';
import { readOwnCsv, writeList } from '../../io/desk-lists.js';
import { CHECK, MAP } from '../schemas/check.js';
import type { Acceptance, Checked, Desk } from './desk.js';
import { addRows, rowKey } from './rows-around.js';
import { asJson, type Run } from './work.js';

/** Files beyond this size are checked, but their rows are not shown around the findings. */
const SHOWN_BYTES = 20_000_000;
const COLUMNS = ['代码', '对象', '内容', '核实说明', '核实人', '日期'];

/** Checks what lies on the desk with the answers given so far, and makes marked and corrected copies. */
export async function checkRoster(desk: Desk, run: Run): Promise<void> {
  const out = desk.folder.room();
  const policy = desk.policy === '' ? [] : [`--policy=${desk.policy}`];
  const accepted = await acceptedWords(desk);
  const words = ['check', ...desk.paths(), ...policy, ...desk.answers(), ...accepted];
  const language = `--lang=${desk.lang}`;
  const done = await run([...words, '--annotate', '--fix', `--out=${out}`, '--format=json', language]);
  const parsed = CHECK.safeParse(asJson(done.stdout));
  const mapped = await run(['map', ...desk.paths(), ...desk.answers(), '--format=json', language]);
  const map = MAP.safeParse(asJson(mapped.stdout));
  const check = parsed.success ? parsed.data : null;
  const rows = new Map<string, Map<string, string>>();
  const wanted = wantedRows(check, map.success ? map.data : { files: [] });
  for (const file of check?.inputs ?? []) {
    if (file.bytes > SHOWN_BYTES) continue;
    addRows(rows, file.file, await run(['map', file.file, '--cells']), wanted);
  }
  desk.checked = {
    done: { ...done, words },
    check,
    map: map.success ? map.data : { files: [] },
    rows,
    files: desk.offersOf(out),
    acceptable: (await readOwnCsv(join(out, 'accepted.csv'))).map(asAcceptance),
  };
}

/** The list of accepted warnings as a file, when there are any. */
export async function acceptedWords(desk: Desk): Promise<string[]> {
  if (desk.accepted.length === 0) return [];
  const path = join(desk.folder.room(), 'accepted.csv');
  const rows = desk.accepted.map(({ code, subject, content, reason, by }) => [code, subject, content, reason, by, '']);
  const columns = COLUMNS.map((name) => ({ name, freeText: true }));
  return [`--accepted=${await writeList(path, { name: basename(path), columns, rows })}`];
}

/** Saves how the columns were read and answered as a mapping file. */
export async function saveMapping(desk: Desk, run: Run): Promise<string[]> {
  const paths: string[] = [];
  for (const { path, name } of desk.uploads) {
    const target = join(desk.folder.room(), `${name}.map.json`);
    const { code } = await run(['map', path, ...desk.answers(), `--save=${target}`]);
    if (code !== 2) paths.push(target);
  }
  return paths;
}

function asAcceptance(row: Readonly<Record<string, string>>): Acceptance {
  return {
    code: row['代码'] ?? '',
    subject: row['对象'] ?? '',
    content: row['内容'] ?? '',
    reason: row['核实说明'] ?? '',
    by: row['核实人'] ?? '',
  };
}

/** The rows of the findings, of the headers and the first three of each table. */
function wantedRows(check: Checked['check'], map: Checked['map']): Set<string> {
  const wanted = new Set<string>();
  for (const { file, tables } of map.files)
    for (const { sheet, header_rows: header } of tables) {
      const last = header?.at(-1) ?? 0;
      for (let row = last; row <= last + 3; row++) wanted.add(rowKey(file, sheet, row));
    }
  for (const { file, sheet, row } of check?.findings ?? [])
    if (file !== null && sheet !== null && row !== null) wanted.add(rowKey(file, sheet, row));
  return wanted;
}
