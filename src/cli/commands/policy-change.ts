import type { CommandSpec } from '../line/command.js';
import {
  ALLOW_DRAFT_POLICY,
  AS_OF,
  CSV_ENCODING,
  FORMAT_JSON,
  INPUT_OPTIONS,
  LEDGER,
  OUT_DIR,
  PERIOD,
  POLICY,
  READING,
  SET,
} from '../line/common-options.js';

export const policyDiff: CommandSpec = {
  name: 'policy diff',
  group: 'policy',
  summary: { zh: '两份政策包有哪些不同，用话说出来', en: 'what two packs differ in, in words' },
  usage: 'policy diff OLD NEW [--format json]',
  arguments: { min: 2, max: 2, name: { zh: '旧的和新的政策包', en: 'the older and the newer pack' } },
  options: [FORMAT_JSON],
  examples: [
    { line: 'policy diff 旧.yaml 新.yaml', text: { zh: '改了哪些标准和条件', en: 'which figures and rules changed' } },
  ],
  load: () => import('../actions/policy-diff.js'),
};

export const policyImpact: CommandSpec = {
  name: 'policy impact',
  group: 'policy',
  summary: {
    zh: '改一个参数或理解，哪些户、多少钱会变',
    en: 'what a change of parameter or reading costs on a roster',
  },
  usage: 'policy impact FILES… --policy ID --period YYYY-MM --set KEY=VALUE|--reading ID=CHOICE [--out DIR]',
  arguments: { min: 1, max: Number.POSITIVE_INFINITY, name: { zh: '花名册文件', en: 'the roster files' } },
  options: [
    POLICY,
    PERIOD,
    AS_OF,
    SET,
    READING,
    { flags: '--name <NAME>', text: { zh: '批次名，默认 main', en: 'batch name, default main' } },
    LEDGER,
    OUT_DIR,
    ALLOW_DRAFT_POLICY,
    ...INPUT_OPTIONS,
    FORMAT_JSON,
    CSV_ENCODING,
  ],
  examples: [
    {
      line: 'policy impact 住户.xlsx --policy ningdong-2023-62 --period 2024-10 --set first-bonus=2500.00',
      text: { zh: '起奖金额改为 2500 元会多发多少', en: 'what a higher first bonus costs' },
    },
  ],
  load: () => import('../actions/policy-impact.js'),
};
