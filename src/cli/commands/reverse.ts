import type { CommandSpec } from '../line/command.js';
import { BY, CHECKED_BY, FORMAT_JSON, LEDGER, REASON } from '../line/common-options.js';

export const reverse: CommandSpec = {
  name: 'reverse',
  group: 'batch',
  summary: { zh: '追回：给已付的一笔记一条追回，不改原记录', en: 'clawback entry for a paid line, never an edit' },
  usage: 'reverse BATCH LINE --reason TEXT --by NAME [--amount YUAN] [--recovered]',
  arguments: { min: 2, max: 2, name: { zh: '批次号和行号', en: 'a batch id and a line number' } },
  options: [
    REASON,
    BY,
    CHECKED_BY,
    {
      flags: '--amount <YUAN>',
      text: { zh: '只追回一部分，如 500.00；默认全部', en: 'part of the line; all by default' },
    },
    { flags: '--recovered', text: { zh: '钱已经收回', en: 'the money is already back' } },
    LEDGER,
    FORMAT_JSON,
  ],
  examples: [
    {
      line: 'reverse ningdong-2023-62.2024-10.main 12 --reason 重复申报 --by 李审核',
      text: { zh: '第 12 笔全额追回', en: 'claw back line 12' },
    },
  ],
  load: () => import('../actions/reverse.js'),
};
