import { lstat, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { holdInterrupt, onInterrupt } from './interruption.js';
import { clearLeftovers, REPLACED, temporaryName } from './leftovers.js';
import { wouldReplace } from './protected-files.js';
import { removeFolderNow } from './remove-folder.js';

export type OutputFaultReason =
  | 'not-writable'
  | 'is-file'
  | 'disk-full'
  | 'too-long'
  | 'in-use'
  | 'is-input'
  | 'failed';

/** The output folder cannot be written. Nothing half-written remains. */
export class OutputFault extends Error {
  readonly reason: OutputFaultReason;
  readonly path: string;
  readonly detail: string;

  constructor(reason: OutputFaultReason, path: string, detail = '') {
    super(`${path}: ${reason}${detail === '' ? '' : ` (${detail})`}`);
    this.name = 'OutputFault';
    this.reason = reason;
    this.path = path;
    this.detail = detail;
  }
}

/**
 * Runs `write` on an empty temporary folder inside `outDir`, then moves every file in whole: over files of the same name
 * and past all others, which stay. If `write` fails nothing of `outDir` has changed; if moving fails midway, what was
 * replaced is put back. Gives the names written, sorted.
 *
 * An interruption leaves the place whole too: while files are written their temporary folder goes with the process; once
 * they move in, the interruption waits. What a killed process left there is seen to first.
 *
 * Throws OutputFault when the place cannot be written; errors of `write` that are no system errors pass through.
 */
export async function writeOutputs(outDir: string, write: (tempDir: string) => Promise<void>): Promise<string[]> {
  const target = resolve(outDir);
  const made = await prepare(target, outDir);
  await clearLeftovers(target);
  // Inside, not beside: the parent may be closed to us, or lie on another disk.
  const temporary = join(target, temporaryName());
  let done = false;
  let release: (() => void) | null = null;
  const forget = onInterrupt(() => removeFolderNow(temporary));
  try {
    await mkdir(temporary);
    await write(temporary);
    await refuseOverwriting(temporary, outDir);
    release = holdInterrupt();
    const names = (await readdir(temporary)).sort();
    await moveAll(temporary, target, names);
    done = true;
    return names;
  } catch (error) {
    throw asOutputFault(error, outDir);
  } finally {
    await rm(temporary, { recursive: true, force: true });
    // Folders that only this run made and that stayed empty go again, innermost first.
    if (!done) for (const folder of made.reverse()) await rmdir(folder).catch(() => undefined);
    forget();
    release?.();
  }
}

/**
 * Throws OutputFault `is-input` when a file of `temporary` would take the place of an input or the ledger. Whoever records
 * something before the files move in asks first.
 */
export async function refuseOverwriting(temporary: string, outDir: string): Promise<void> {
  const place = await wouldReplace(temporary, outDir);
  if (place !== null) throw new OutputFault('is-input', place);
}

/** Makes the folder with its parents and gives those that were missing, outermost first. */
async function prepare(target: string, outDir: string): Promise<string[]> {
  const missing: string[] = [];
  try {
    for (let folder = target; ; folder = dirname(folder)) {
      const found = await stat(folder).catch((error: unknown) => {
        if (codeOf(error) === 'ENOENT') return null;
        throw error;
      });
      if (found?.isDirectory() === true) break;
      if (found !== null) throw new OutputFault('is-file', outDir, folder);
      missing.unshift(folder);
      if (folder === dirname(folder)) break;
    }
    // One by one: a recursive mkdir never comes back where the system answers ENOENT, as under /proc.
    for (const folder of missing) await makeFolder(folder, outDir);
    return missing;
  } catch (error) {
    throw asOutputFault(error, outDir);
  }
}

/** Another run may have made the folder meanwhile; its parent stands, so "not found" means that none can be made here. */
async function makeFolder(folder: string, outDir: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    throw codeOf(error) === 'ENOENT' ? new OutputFault('not-writable', outDir, 'ENOENT') : error;
  }
}

async function moveAll(temporary: string, target: string, names: readonly string[]): Promise<void> {
  const aside = join(temporary, REPLACED);
  await mkdir(aside);
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const name of names) {
      const place = join(target, name);
      const existing = await lstat(place).catch(() => null);
      if (existing?.isDirectory() === true) throw new OutputFault('is-file', place, 'a folder of that name');
      if (existing !== null) {
        await rename(place, join(aside, name)).catch((error: unknown) => {
          throw isOpenElsewhere(error) ? new OutputFault('in-use', place, codeOf(error)) : error;
        });
        undo.push(() => rename(join(aside, name), place));
      }
      await rename(join(temporary, name), place);
      undo.push(() => rm(place, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => undefined);
    throw error;
  }
}

/** We may write in the folder, or there would be nothing to move: so it is the file that another program keeps. */
function isOpenElsewhere(error: unknown): boolean {
  return ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error));
}

const REASONS: Readonly<Record<string, OutputFaultReason>> = {
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOTDIR: 'is-file',
  EEXIST: 'is-file',
  EISDIR: 'is-file',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  ENAMETOOLONG: 'too-long',
  EBUSY: 'in-use',
  ETXTBSY: 'in-use',
  EMFILE: 'failed',
  EIO: 'failed',
  ENOENT: 'failed',
};

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** A system error while writing, in our words; every other error stays what it is. */
export function asOutputFault(error: unknown, path: string): unknown {
  if (error instanceof OutputFault) return error;
  const reason = REASONS[codeOf(error)];
  return reason === undefined ? error : new OutputFault(reason, path, codeOf(error));
}
