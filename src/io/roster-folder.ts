import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

const SPREADSHEET = /\.(xlsx|xlsm|xls|et|ods|csv|tsv|txt)$/i;

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The spreadsheets of a folder in the order of their names, without lock files of office programs; a file itself. */
export async function rosterFiles(path: string): Promise<string[]> {
  if (!isFolder(path)) return [path];
  const names = (await readdir(path)).filter((name) => SPREADSHEET.test(name) && !/^(~\$|\.)/.test(name));
  return names.sort().map((name) => join(path, name));
}
