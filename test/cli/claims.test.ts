import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder } from './butie.js';

const PACK = fileURLToPath(new URL('../../samples/packs/certificates.yaml', import.meta.url));
const HEAD = '姓名,身份证号,补贴项目,等级,证明材料,开户银行,账户名称,银行账号\r\n';
const IDS = ['640181199001010117', '640181199001010133', '64018119900101015X', '640181199001010176'] as const;

function claim(of: number, name: string, item: string, level: string, evidence = '证书'): string {
  return `${name},${IDS[of] ?? ''},${item},${level},${evidence},宁夏银行,${name},622202123456789010${of}\r\n`;
}

function rows(folder: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, file)), { columns: true, bom: true });
}

describe('a pack that pays claims', () => {
  const folder = emptyFolder();
  writeFileSync(
    join(folder, '申请.csv'),
    HEAD +
      claim(0, '张三', '焊工', '五级') +
      claim(1, '李四', '焊功', '五级') +
      claim(2, '王五', '养猪', '五级') +
      claim(3, '赵六', '电工', ''),
  );
  const run = (period: string, out: string): ReturnType<typeof butie> =>
    butie(['run', '申请.csv', '--policy', PACK, '--period', period, '--out', out, '--by', '甲', '--ledger', 'a.db'], {
      folder,
    });

  it('pays what it knows, and says of every other claim which word was meant, unknown or missing', () => {
    expect(run('2024-11', 'a').code).toBe(0);
    expect(rows(folder, 'a/payouts.csv').map((row) => [row['payee_name'], row['amount']])).toEqual([
      ['张三', '1000.00'],
    ]);
    const told = rows(folder, 'a/exceptions.csv').map((row) => [row['code'], row['person'], row['cell']]);
    expect(told.sort()).toEqual([
      ['ROW-60', '李四', 'C3'],
      ['ROW-61', '王五', 'C4'],
      ['ROW-62', '赵六', 'D5'],
    ]);
    expect(readFileSync(join(folder, 'a', 'exceptions.csv'), 'utf8')).toContain('应为「焊工」吗');
  });

  it('explains the claim by its clause, and pays it once', () => {
    expect(butie(['approve', 'certificates.2024-11.main', '--by', '乙', '--ledger', 'a.db'], { folder }).code).toBe(0);
    const why = butie(['explain', '--batch', 'certificates.2024-11.main', IDS[0], '--ledger', 'a.db'], { folder });
    expect(why.stdout).toContain('示例〔2024〕14号');
    expect(why.stdout).toContain('1000.00');
    expect(run('2024-12', 'b').code).toBe(0);
    expect(rows(folder, 'b/payouts.csv')).toEqual([]);
  });
});
