import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON, LEDGER } from '../line/common-options.js';

export const explain: CommandSpec = {
  name: 'explain',
  group: 'understand',
  summary: { zh: '问题代码的意思；一户的金额怎么来的', en: 'what a finding means; how an amount came about' },
  usage: 'explain CODE | explain --batch BATCH HOUSEHOLD|ID',
  arguments: {
    min: 0,
    max: Number.POSITIVE_INFINITY,
    name: { zh: '问题代码，或户编号、身份证号', en: 'a code, a household or an ID' },
  },
  options: [
    {
      flags: '--batch <BATCH>',
      text: { zh: '批次号，或 run 写出的 batch.json', en: 'a batch, or the batch.json that run wrote' },
    },
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    { line: 'explain CEL-02', text: { zh: '这个代码是什么意思、怎么改', en: 'what the code means and what to do' } },
    { line: 'explain', text: { zh: '列出全部代码', en: 'list all codes' } },
    {
      line: 'explain --batch ningdong-2023-62.2024-10.main HH0012',
      text: { zh: '台账里的批次，也可以写身份证号', en: 'a batch of the ledger; an ID number will do too' },
    },
    {
      line: 'explain --batch out/batch.json HH0012',
      text: { zh: '这一户为什么是这个金额，或为什么没有', en: 'why this household gets this amount, or nothing' },
    },
  ],
  load: () => import('../actions/explain.js'),
};
