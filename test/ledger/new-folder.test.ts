import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';

const folder = mkdtempSync(join(tmpdir(), 'butie-ledger-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a ledger in a folder that is not there yet', () => {
  it('makes the folder with the ledger, and only then', () => {
    const file = join(folder, 'a', 'b', 'butie.db');
    expect(() => openLedger(file, { create: false })).toThrow(LedgerFault);
    expect(existsSync(join(folder, 'a'))).toBe(false);
    openLedger(file, { create: true }).dispose();
    expect(existsSync(file)).toBe(true);
  });

  it('says so when the folder cannot be made', () => {
    const blocked = join(mkdtempSync(join(tmpdir(), 'butie-ledger-')), 'file');
    writeFileSync(blocked, '');
    expect(() => openLedger(join(blocked, 'butie.db'), { create: true })).toThrow(LedgerFault);
  });

  it.skipIf(process.platform !== 'linux')('does not hang where the system lets nobody make one', () => {
    expect(() => openLedger('/proc/butie/deeper/butie.db', { create: true })).toThrow(LedgerFault);
  });
});
