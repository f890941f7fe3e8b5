import { readResource } from '../../io/resources.js';

/** The tool's version, from its package file. */
export const VERSION = readVersion();

function readVersion(): string {
  const about: unknown = JSON.parse(readResource('package.json')?.toString('utf8') ?? '{}');
  if (typeof about === 'object' && about !== null && 'version' in about && typeof about.version === 'string')
    return about.version;
  return '0.0.0';
}
