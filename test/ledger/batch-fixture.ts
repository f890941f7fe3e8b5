import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { openLedger, type Ledger } from '../../src/ledger/ledger.js';

export * from './worker/made-up-batch.js';

const folders: string[] = [];
const open: Ledger[] = [];

afterEach(() => {
  for (const ledger of open.splice(0)) {
    try {
      ledger.dispose();
    } catch {
      // closed by the test itself
    }
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export function tempFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
  folders.push(folder);
  return folder;
}

export function tempLedger(file = path.join(tempFolder(), 'butie.db')): Ledger {
  const ledger = openLedger(file, { create: true, waitMs: 5000 });
  open.push(ledger);
  return ledger;
}
