import type { OptionSpec } from './command.js';

/** Options that several commands share, each written once. */

export const POLICY: OptionSpec = {
  flags: '--policy <ID>',
  text: { zh: '政策包编号（butie policy list）或政策包文件', en: 'policy pack id (butie policy list) or pack file' },
};
export const ALLOW_DRAFT_POLICY: OptionSpec = {
  flags: '--allow-draft-policy',
  text: { zh: '允许使用征求意见稿', en: 'allow a pack made from a draft document' },
};
export const PERIOD: OptionSpec = {
  flags: '--period <YYYY-MM>',
  text: {
    zh: '付款月份，如 2024-10；季度 2024Q3，半年 2024H2',
    en: 'payment month, such as 2024-10; quarter 2024Q3, half-year 2024H2',
  },
};
export const AS_OF: OptionSpec = {
  flags: '--as-of <DATE>',
  text: {
    zh: '核算基准日 YYYY-MM-DD；默认为付款月份的最后一天',
    en: 'assessment date; the last day of the period by default',
  },
};
export const OUT_DIR: OptionSpec = {
  flags: '--out <DIR>',
  text: { zh: '写出结果的文件夹', en: 'folder for the results' },
};
export const OUT_WORKBOOK: OptionSpec = {
  flags: '--out <FILE>',
  text: { zh: '另外写成这个 .xlsx 文件', en: 'also write this .xlsx file' },
};
export const SET: OptionSpec = {
  flags: '--set <KEY=VALUE>',
  repeat: true,
  text: { zh: '改一个政策参数，可多次使用', en: 'set a parameter of the pack; may be repeated' },
};
export const READING: OptionSpec = {
  flags: '--reading <ID=CHOICE>',
  repeat: true,
  text: { zh: '选一种条文理解，可多次使用', en: 'choose the reading of a doubtful clause; may be repeated' },
};
export const OVERRIDE: OptionSpec = {
  flags: '--override <FILE>',
  text: {
    zh: '本地参数文件：文件没有定的数，写明谁、何时、依据哪份文件',
    en: 'local figures the document leaves open, with who, when and which paper',
  },
};
export const MAP: OptionSpec = {
  flags: '--map <FILE>',
  text: { zh: '表头对照文件（butie map … --save 生成）', en: 'mapping file (made by butie map … --save)' },
};
export const SHEET: OptionSpec = {
  flags: '--sheet <NAME>',
  repeat: true,
  text: { zh: '只读这个工作表，可多次使用', en: 'read only this sheet; may be repeated' },
};
export const COMPARE: OptionSpec = {
  flags: '--compare <LIST...>',
  text: {
    zh: '拿来比对的名单：死亡、财政供养、工商登记、公益性岗位',
    en: 'lists to compare with: deaths, public payroll, business register, public posts',
  },
};
export const ACCEPTED: OptionSpec = {
  flags: '--accepted <FILE>',
  text: {
    zh: '核实过的警告（check --out 写出的 accepted.csv，填好核实说明和核实人）',
    en: 'warnings that were looked into (accepted.csv of check --out, filled in)',
  },
};
export const PREVIOUS: OptionSpec = {
  flags: '--previous <FILES...>',
  text: { zh: '上期的花名册，用来比对变动', en: 'last roster, to compare with' },
};
export const FAIL_ON: OptionSpec = {
  flags: '--fail-on <LEVEL>',
  choices: ['error', 'warning', 'never'],
  text: { zh: '从哪一级问题起退出码为 1，默认 error', en: 'severity from which the exit code is 1, default error' },
};
export const FORMAT: OptionSpec = {
  flags: '--format <FORMAT>',
  choices: ['text', 'json', 'jsonl'],
  text: { zh: '屏幕输出的格式，默认 text', en: 'format on stdout, default text' },
};
export const FORMAT_JSON: OptionSpec = {
  flags: '--format <FORMAT>',
  choices: ['text', 'json'],
  text: { zh: '屏幕输出的格式，默认 text', en: 'format on stdout, default text' },
};
export const CSV_ENCODING: OptionSpec = {
  flags: '--csv-encoding <ENCODING>',
  choices: ['utf8', 'utf8-bom', 'gb18030'],
  text: { zh: '写出的 CSV 的编码，默认 utf8-bom', en: 'encoding of written CSV files, default utf8-bom' },
};
export const LEDGER: OptionSpec = {
  flags: '--ledger <FILE>',
  text: { zh: '台账文件；其次看 BUTIE_LEDGER，默认 ./butie.db', en: 'ledger; then BUTIE_LEDGER, then ./butie.db' },
};
export const BUDGET: OptionSpec = {
  flags: '--budget <FILE>',
  text: { zh: '预算表，两列：项目、预算金额', en: 'budget: two columns, benefit and amount' },
};
export const PART: OptionSpec = {
  flags: '--part <PART>',
  text: {
    zh: '只办一部分：township=乡镇 或 community=社区',
    en: 'only a part: township=NAME or community=NAME',
  },
};
export const BY: OptionSpec = {
  flags: '--by <NAME>',
  text: { zh: '经办人姓名；默认为操作系统的用户名', en: 'who does it; the operating system user by default' },
};

export const CHECKED_BY: OptionSpec = {
  flags: '--checked-by <NAME>',
  text: {
    zh: '复核人姓名；设置里 twoPeople 为 yes 时必须有，不能与 --by 是同一人',
    en: 'second person; needed where twoPeople is set, and never the one of --by',
  },
};

export const SELECT: OptionSpec = {
  flags: '--select <CODE>',
  repeat: true,
  text: {
    zh: '屏幕上只列这些代码的问题（CEL-02，或一族 CEL）；照样暂停，退出码不变',
    en: 'show only findings of this code (CEL-02, or a family: CEL); what holds stays held',
  },
};
export const IGNORE: OptionSpec = {
  flags: '--ignore <CODE>',
  repeat: true,
  text: {
    zh: '屏幕上不列这些代码的问题；照样暂停，退出码不变',
    en: 'leave findings of this code out of what is shown; what holds stays held',
  },
};

/** What every command that reads rosters takes. */
export const YEAR: OptionSpec = {
  flags: '--year <YYYY>',
  text: { zh: '收入年度：给没有这一列的表；表里有这一列的以表为准', en: 'income year of tables without that column' },
};
export const COLUMN: OptionSpec = {
  flags: '--column <HEADER=FIELD>',
  repeat: true,
  text: {
    zh: '某一列是什么：列名=字段、表!列名=字段、#C=字段、列名=不用，可多次使用',
    en: 'what a column is: HEADER=FIELD, TABLE!HEADER=FIELD, #C=FIELD, HEADER=none; may be repeated',
  },
};
export const INPUT_OPTIONS: readonly OptionSpec[] = [MAP, SHEET, COMPARE, YEAR, COLUMN];
export const REASON: OptionSpec = {
  flags: '--reason <TEXT>',
  text: { zh: '原因，会记入台账', en: 'why; goes into the ledger' },
};
export const FORCE: OptionSpec = {
  flags: '--force',
  text: {
    zh: '结果文件已经存在时覆盖它（输入文件从不覆盖）',
    en: 'overwrite results that exist (never an input file)',
  },
};
