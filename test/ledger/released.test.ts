import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from '../cli/butie.js';

/** Ledgers as released versions left them: a batch paid, one line failed, one taken back. */
const RELEASED = fileURLToPath(new URL('released/', import.meta.url));
const BATCH = 'ningdong-2023-62.2024-10.main';

describe.each(readdirSync(RELEASED).filter((name) => name.endsWith('.gz')))('%s', (name) => {
  it('opens, verifies, says what it paid, and goes on', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'a.db'), gunzipSync(readFileSync(join(RELEASED, name))));
    copyFileSync(join(RELEASED, '住户.csv'), join(folder, '住户.csv'));
    const run = (...words: string[]): ReturnType<typeof butie> => butie([...words, '--ledger', 'a.db'], { folder });

    expect(run('ledger', 'verify')).toMatchObject({ code: 0 });
    const shown = run('show', BATCH, '--all', '--format', 'json');
    const { lines } = JSON.parse(shown.stdout) as { lines: { status: string; amount: string }[] };
    expect(lines.map(({ status }) => status)).toEqual(['paid', 'failed', 'paid']);

    // What failed is due again; what was paid is not, and what was taken back is held.
    const month = [
      '--policy',
      'ningdong-2023-62',
      '--period',
      '2024-11',
      '--out',
      'o',
      '--by',
      '甲',
      '--fail-on',
      'never',
    ];
    expect(run('run', '住户.csv', ...month)).toMatchObject({ code: 0 });
    const payouts = readFileSync(join(folder, 'o', 'payouts.csv'), 'utf8')
      .trim()
      .split('\r\n')
      .slice(1);
    expect(payouts.map((line) => line.split(',')[6])).toEqual(['H2']);
    expect(run('approve', 'ningdong-2023-62.2024-11.main', '--by', '乙')).toMatchObject({ code: 0 });
    expect(run('ledger', 'verify')).toMatchObject({ code: 0 });
  });
});
