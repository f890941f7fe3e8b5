// Writes a workbook of N rows × 12 columns: `node test/bench/write-xlsx.js [rows=1000000]`. Needs a build.
import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '../../dist/io/writers/xlsx-writer.js';

/** One sheet of a million rows by twelve columns, as a big payout roster would be. */
function* rows(count) {
  yield {
    cells: '序号 户编号 户主姓名 身份证号 乡镇 社区 项目 应发 已发 本次 开户行 账号'.split(' '),
    style: 'header',
  };
  for (let i = 1; i <= count; i++)
    yield {
      cells: [
        i,
        `HH${String(i).padStart(7, '0')}`,
        `张三${i % 997}`,
        { value: `6401811990${String(i % 100_000_000).padStart(8, '0')}`, style: 'id' },
        '宁东镇',
        `第${i % 40}社区`,
        '稳定就业奖励',
        { fen: 200_000 + i },
        { fen: 0 },
        { fen: 200_000 + i },
        '宁夏农村商业银行',
        { value: `62284800${String(i).padStart(11, '0')}`, style: 'id' },
      ],
    };
}

const count = Number(process.argv[2] ?? 1_000_000);
const path = join(tmpdir(), 'butie-bench.xlsx');
const start = process.hrtime.bigint();
await writeWorkbook(path, { title: '名册', sheets: [{ name: '名册', columns: [], rows: rows(count) }] });
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `${count} rows: ${seconds.toFixed(1)} s, ${(statSync(path).size / 1e6).toFixed(1)} MB, peak ${peak.toFixed(0)} MB\n`,
);
rmSync(path);
