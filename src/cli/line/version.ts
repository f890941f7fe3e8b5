import { createRequire } from 'node:module';

/** The tool's version, from its package file. */
export const VERSION = readVersion();

function readVersion(): string {
  const about: unknown = createRequire(import.meta.url)('../../../package.json');
  if (typeof about === 'object' && about !== null && 'version' in about && typeof about.version === 'string')
    return about.version;
  return '0.0.0';
}
