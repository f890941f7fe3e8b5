import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folders of test inputs that lie beside the project and are not part of it. */
export const CORNERS = fileURLToPath(new URL('../../../shared/corners/', import.meta.url));
export const WILD = fileURLToPath(new URL('../../../shared/wild/', import.meta.url));

/** Whether a folder or file is there; says why tests are skipped when it is not. */
export function present(folder: string): boolean {
  if (existsSync(folder)) return true;
  process.stderr.write(`skipped: the shared test input ${folder} is absent\n`);
  return false;
}

/** Spreadsheet files of a folder. */
export function inputsOf(folder: string): readonly string[] {
  return present(folder) ? readdirSync(folder).filter((name) => !/\.(md|json|tsv)$/.test(name)) : [];
}
