import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Kinds of file systems on other computers (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, NCP, Coda. */
const NETWORK = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x564c, 0x73757245]);

/** Whether a path names a share of another computer by itself: `\\\\server\\share`, on Windows with slashes too. */
export function isUncPath(path: string, platform: NodeJS.Platform): boolean {
  if (/^\\\\[?.]\\(?!UNC\\)/i.test(path)) return false;
  return path.startsWith('\\\\') || (platform === 'win32' && /^\/\/[^/?.]/.test(path));
}

/** Whether this kind of file system, as statfs names it, lies on another computer. */
export function isNetworkFileSystem(type: number): boolean {
  return NETWORK.has(type >>> 0);
}

/** Whether a file is, or would be made, on a network share, where locks do not hold. */
export function isOnNetworkShare(file: string): boolean {
  if (file === ':memory:') return false;
  if (isUncPath(file, process.platform)) return true;
  let folder = dirname(resolve(file));
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    return isNetworkFileSystem(statfsSync(folder).type);
  } catch {
    // What cannot be asked is told by opening it.
    return false;
  }
}
