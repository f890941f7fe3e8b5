import { readFileSync } from 'node:fs';

/** The largest file that can be a configuration: a roster given by mistake is not read. */
const MOST_BYTES = 1 << 20;

/**
 * A configuration file as data. It is text to be parsed, never a module to be loaded: nothing in a folder of clerks'
 * files is code. Null when there is no such file, or it is no JSON; whoever reads the settings tells which.
 */
export function readConfigSync(path: string): unknown {
  try {
    const bytes = readFileSync(path);
    return bytes.length > MOST_BYTES ? null : JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}
