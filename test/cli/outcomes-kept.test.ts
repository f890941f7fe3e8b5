import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TraceLine } from '../../src/documents/run/trace-lines.js';
import { openLedger } from '../../src/ledger/ledger.js';
import { butie, emptyFolder, looksLikeCrash, SAMPLES } from './butie.js';

const BATCH = 'ningdong-2023-62.2024-10.main';
const RUN = ['--policy', 'ningdong-2023-62', '--period', '2024-10', '--as-of', '2024-10-31', '--by', '张制表', '-q'];
const folder = emptyFolder();
const run = (...more: readonly string[]): number | null =>
  butie(['run', SAMPLES, ...RUN, '--out', 'out', ...more], { folder }).code;
run();
const traces = readFileSync(join(folder, 'out/trace.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((text) => JSON.parse(text) as TraceLine);
rmSync(join(folder, 'out'), { recursive: true });

const explained = (id: string): TraceLine[] =>
  JSON.parse(butie(['explain', '--batch', BATCH, id, '--format', 'json'], { folder }).stdout) as TraceLine[];
const first = (wanted: (trace: TraceLine) => boolean): TraceLine => {
  const found = traces.find(wanted);
  if (found === undefined) throw new Error('the sample has no such outcome');
  return found;
};

describe('outcomes are kept with the batch', () => {
  it('tells every one of them from the ledger alone, with the values of its cells', () => {
    const kinds: readonly ((trace: TraceLine) => boolean)[] = [
      ({ held_by: held }) => held.length > 0,
      ({ outcome }) => outcome === 'undecided',
      ({ outcome, held_by: held }) => outcome === 'not-eligible' && held.length === 0,
      ({ line_no: line }) => line !== null,
    ];
    for (const kind of kinds) {
      const wanted = first(kind);
      const own = explained(wanted.household_id ?? '');
      expect(own.map(({ benefit_id: id }) => id).sort()).toEqual(['business-bonus', 'employment-bonus']);
      expect(own.find(({ benefit_id: id }) => id === wanted.benefit_id)).toMatchObject(wanted);
    }
    const held = first(({ held_by: codes }) => codes.length > 0);
    expect(held.held_because?.[0]).toContain(held.held_by[0]);
    const paid = first(({ line_no: line, benefit_id: id }) => line !== null && id === 'employment-bonus');
    expect(paid.cells_used?.find(({ field }) => field === '年务工收入')?.value).toMatch(/^\d+\.\d\d$/);
    expect(paid.cells_used?.find(({ field }) => field === '证明材料')?.value).not.toBeNull();
  });

  it('tells every reading on which an amount depends', () => {
    const depends = first(({ readings = [] }) => readings.some(({ reading }) => reading === 'business-steps'));
    const { stdout } = butie(['explain', '--batch', BATCH, depends.household_id ?? ''], { folder });
    expect(stdout).toMatch(/口径 {2}business-steps 取 both，.*取 farming-only 则为 \d+\.00 元/);
  });

  it('lets the blocks of a replaced draft go, never those of an approved batch', () => {
    run('--reading', 'business-steps=farming-only');
    run();
    const ledger = openLedger(join(folder, 'butie.db'), { create: false });
    expect(ledger.verify()).toMatchObject({ ok: true });
    ledger.dispose();
    const nobody = butie(['explain', '--batch', BATCH, 'NIX1'], { folder });
    expect(nobody.code).toBe(2);
    expect(looksLikeCrash(nobody)).toBe(false);
    expect(explained(first(({ outcome }) => outcome === 'undecided').household_id ?? '')).toHaveLength(2);
  });
});
