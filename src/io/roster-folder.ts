import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const SPREADSHEET = /\.(xlsx|xlsm|xls|et|ods|csv|tsv|txt)$/i;
/** What the program itself writes: marked and corrected copies, and the files of a run, a check, a monitoring. */
const OWN_OUTPUT =
  /\.(?:校验|修正)\.[^.]+$|^(?:payouts|exceptions|flags|targets|targets-missed|diff|reconciliation)\.csv$|^(?:payout|public-notice|exceptions|monitor|diff)\.xlsx$/i;

/** Whether a file or folder of this path is there. */
export function isThere(path: string): boolean {
  return existsSync(path);
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The spreadsheets of a folder in the order of their names, without lock files of office programs; a file itself. */
export async function rosterFiles(path: string): Promise<string[]> {
  if (!isFolder(path)) return [path];
  const names = (await readdir(path)).filter((name) => SPREADSHEET.test(name) && !/^(~\$|\.)/.test(name));
  return names.sort().map((name) => join(path, name));
}

/** Files named on a line, and those of folders and patterns that were left out. */
export interface NamedFiles {
  readonly files: readonly string[];
  /** Lock files, outputs of ours and marked copies. */
  readonly leftOut: readonly string[];
}

/**
 * Files, folders (without their subfolders) and patterns (`*`, `?` in the last part) as files, in the order named and
 * each once. A word that is nothing of these stays as it is: opening it tells what is wrong.
 */
export async function namedFiles(words: readonly string[]): Promise<NamedFiles> {
  const files = new Set<string>();
  const leftOut = new Set<string>();
  for (const word of words) {
    const folder = isFolder(word) ? word : dirname(word);
    const isPattern = !existsSync(word) && /[*?]/.test(basename(word)) && isFolder(folder);
    if (!isPattern && !isFolder(word)) {
      files.add(word);
      continue;
    }
    const fits = isPattern ? patternOf(basename(word)) : SPREADSHEET;
    const names = (await readdir(folder)).filter((name) => fits.test(name) && !isFolder(join(folder, name)));
    for (const name of names.sort()) {
      const path = isPattern && !/[\\/]/.test(word) ? name : join(folder, name);
      const isOurs = /^(?:~\$|\.)/.test(name) || OWN_OUTPUT.test(name);
      (isOurs ? leftOut : files).add(path);
    }
    if (names.length === 0) files.add(word);
  }
  return { files: [...files], leftOut: [...leftOut] };
}

function patternOf(text: string): RegExp {
  const source = text
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'u');
}
