import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Where files that are being moved out of the way wait; a temporary folder that has it was complete. */
export const REPLACED = '.replaced';

const OURS = /^\.butie-(?:([0-9a-f]{8})-(\d+)-)?[0-9a-f]{12}\.tmp$/;
/** From then on nothing is at work on it any more, whoever began it: in milliseconds. */
const STALE = 24 * 60 * 60 * 1000;

/** A name for a temporary file or folder that tells which process of which computer it belongs to. */
export function temporaryName(): string {
  return `.butie-${computer()}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
}

/**
 * Sees to what killed processes left in a folder: what was complete and only half moved in is moved in, all else goes.
 * What cannot be removed stays; it hinders nobody.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = OURS.exec(name);
    if (owner === null) continue;
    const path = join(folder, name);
    try {
      if (await isAtWork(path, owner)) continue;
      await finishMove(path, folder);
      await rm(path, { recursive: true, force: true });
    } catch {
      // Not ours to remove, or another process was faster.
    }
  }
}

async function isAtWork(path: string, [, host, pid]: RegExpExecArray): Promise<boolean> {
  if (host === computer() && pid !== undefined && !isAlive(Number(pid))) return false;
  return Date.now() - (await lstat(path)).mtimeMs < STALE;
}

/** The folder had all its files and was being moved in when its process ended: what is still there follows. */
async function finishMove(temporary: string, folder: string): Promise<void> {
  const names = await readdir(temporary).catch((): string[] => []);
  if (!names.includes(REPLACED)) return;
  for (const name of names) if (name !== REPLACED) await rename(join(temporary, name), join(folder, name));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function computer(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
