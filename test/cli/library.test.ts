import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ButieError, check, openLedger, run } from '../../src/cli/library.js';
import { TRACE } from '../../src/cli/schemas/batch.js';
import { OUTPUT_SCHEMAS } from '../../src/cli/schemas/index.js';
import { butie, emptyFolder, SAMPLES } from './butie.js';

const folder = emptyFolder();
const ledger = join(folder, 'l.db');
const MONTH = { files: [SAMPLES], policy: 'ningdong-2023-62', period: '2024-10', ledger, by: '甲' };

describe("import … from 'butie'", () => {
  it('checks, runs and looks into a ledger with typed results', async () => {
    const checked = await check({ files: [SAMPLES], policy: 'ningdong-2023-62', lang: 'en' });
    expect(checked.summary.errors).toBe(checked.findings.filter(({ severity }) => severity === 'error').length);
    const trial = await run(MONTH);
    expect(trial.total.amount).toBe('680000.00');
    expect(existsSync(ledger)).toBe(false);
    const receipt = await run({ ...MONTH, out: join(folder, 'out') });
    expect(receipt.content_hash).toBe(trial.content_hash);
    expect(readdirSync(join(folder, 'out'))).toContain('payout.xlsx');
    const reader = openLedger(ledger);
    expect((await reader.batches()).map(({ batch_id: id, total }) => [id, total])).toEqual([
      ['ningdong-2023-62.2024-10.main', '680000.00'],
    ]);
    expect((await reader.show('ningdong-2023-62.2024-10.main')).lines).toHaveLength(218);
    expect(await reader.verify()).toBe(true);
    for (const line of readFileSync(join(folder, 'out', 'trace.jsonl'), 'utf8')
      .trimEnd()
      .split('\n'))
      expect(TRACE.safeParse(JSON.parse(line)).error).toBeUndefined();
  }, 60_000);

  it('throws what the command line would tell', async () => {
    await expect(check({ files: [join(folder, 'none.xlsx')] })).rejects.toThrow(ButieError);
    await expect(run({ ...MONTH, period: '2024-13' })).rejects.toMatchObject({ code: 'bad-period' });
    await expect(openLedger(join(folder, 'no.db')).batches()).rejects.toThrow(/no\.db/);
  });

  it('answers for columns and years as on the line', async () => {
    const file = join(folder, 'x.csv');
    writeFileSync(file, '户编号,户主姓名,证件,家庭人口数\r\nA1,张三,110101199003070679,1\r\n');
    const columns = { 证件: '户主身份证号' };
    const answered = await check({ files: [file], year: 2023, columns });
    expect(answered.inputs[0]?.tables[0]?.columns).toMatchObject({ C: '证件' });
  });

  it('is the only thing a program may import of the package', () => {
    const about = createRequire(import.meta.url)('../../package.json') as { exports: Record<string, unknown> };
    expect(Object.keys(about.exports)).toEqual(['.', './package.json']);
  });
});

describe('butie schema', () => {
  it('prints a JSON Schema for every name it lists', () => {
    const { stdout } = butie(['schema']);
    for (const { name } of OUTPUT_SCHEMAS) {
      expect(stdout).toContain(name);
      const printed = JSON.parse(butie(['schema', name]).stdout) as Record<string, unknown>;
      expect(printed).toMatchObject({
        title: `butie ${name}`,
        $schema: 'https://json-schema.org/draft/2020-12/schema',
      });
    }
    expect(butie(['schema', 'nothing']).code).toBe(2);
  }, 60_000);
});
