import { Fault } from '../faults/fault.js';
import { nearest } from './nearest.js';
import type { Words } from '../../findings/finding.js';

/** One thing that a config file or the environment may settle. */
export interface SettingSpec {
  readonly key: SettingKey;
  /** Option of the same meaning, which comes first. */
  readonly option: string | null;
  readonly variable: string | null;
  readonly fallback: string | null;
  readonly choices?: readonly string[];
  readonly text: Words;
}

export type SettingKey =
  | 'lang'
  | 'ledger'
  | 'by'
  | 'failOn'
  | 'csvEncoding'
  | 'map'
  | 'budget'
  | 'unitName'
  | 'bankFormat'
  | 'bankUnit'
  | 'bankRemark'
  | 'noticePhone'
  | 'twoPeople';

export const SETTINGS: readonly SettingSpec[] = [
  {
    key: 'lang',
    option: 'lang',
    variable: 'BUTIE_LANG',
    fallback: 'zh',
    choices: ['zh', 'en'],
    text: { zh: '显示语言', en: 'language' },
  },
  {
    key: 'ledger',
    option: 'ledger',
    variable: 'BUTIE_LEDGER',
    fallback: './butie.db',
    text: { zh: '台账文件', en: 'ledger file' },
  },
  {
    key: 'by',
    option: 'by',
    variable: null,
    fallback: null,
    text: { zh: '经办人；默认为操作系统的用户名', en: 'maker; the operating system user by default' },
  },
  {
    key: 'failOn',
    option: 'fail-on',
    variable: null,
    fallback: 'error',
    choices: ['error', 'warning', 'never'],
    text: { zh: '哪一级问题使退出码为 1', en: 'severity from which the exit code is 1' },
  },
  {
    key: 'csvEncoding',
    option: 'csv-encoding',
    variable: null,
    fallback: 'utf8-bom',
    choices: ['utf8', 'utf8-bom', 'gb18030'],
    text: { zh: '写出的 CSV 的编码', en: 'encoding of written CSV files' },
  },
  {
    key: 'map',
    option: 'map',
    variable: null,
    fallback: null,
    text: { zh: '表头对照文件', en: 'mapping file' },
  },
  {
    key: 'budget',
    option: 'budget',
    variable: null,
    fallback: null,
    text: { zh: '预算表，run、approve、reconcile 据此核对', en: 'budget file for run, approve and reconcile' },
  },
  {
    key: 'unitName',
    option: null,
    variable: null,
    fallback: null,
    text: { zh: '单位名称，印在发放花名册上', en: 'name of the office, on the payout sheets' },
  },
  {
    key: 'bankFormat',
    option: null,
    variable: null,
    fallback: 'csv',
    text: { zh: '银行文件格式', en: 'bank file format' },
  },
  {
    key: 'bankUnit',
    option: 'unit',
    variable: null,
    fallback: null,
    text: { zh: '银行给的单位编号', en: 'unit code given by the bank' },
  },
  {
    key: 'bankRemark',
    option: 'remark',
    variable: null,
    fallback: null,
    text: { zh: '银行流水上的摘要；默认为政策名称', en: 'remark on the statement; the policy’s name by default' },
  },
  {
    key: 'noticePhone',
    option: null,
    variable: null,
    fallback: null,
    text: { zh: '公示表上的监督电话', en: 'phone number on the public notice' },
  },
  {
    key: 'twoPeople',
    option: null,
    variable: null,
    fallback: 'no',
    choices: ['yes', 'no'],
    text: {
      zh: 'reverse、close、release、recover、ledger import 是否要两人（--by 和 --checked-by）',
      en: 'whether reverse, close, release, recover and ledger import take two people (--by and --checked-by)',
    },
  },
];

export type SettingSource = 'option' | 'environment' | 'file' | 'default';

export interface SettingValue {
  readonly value: string | null;
  readonly source: SettingSource;
}

export interface Settings {
  /** Config file that was read; null when there is none. */
  readonly file: string | null;
  readonly values: Readonly<Record<SettingKey, SettingValue>>;
}

export const CONFIG_FILE = 'butie.config.json';

export interface ConfigText {
  readonly path: string;
  readonly text: string;
}

/**
 * Settles every setting: option, then environment, then the file of the folder, then the one of the user, then default. Throws Fault for a file that is no JSON object, an unknown key or a value that is not allowed.
 */
export function settle(
  option: (name: string) => string | null,
  environment: Readonly<Record<string, string | undefined>>,
  file: ConfigText | null,
  user: ConfigText | null = null,
): Settings {
  const fromFile = new Map([user, file].flatMap((one) => (one === null ? [] : [...readConfig(one.path, one.text)])));
  const values = Object.fromEntries(
    SETTINGS.map((spec) => [spec.key, settleOne(spec, option, environment, fromFile, (file ?? user)?.path ?? '')]),
  ) as Record<SettingKey, SettingValue>;
  return { file: (file ?? user)?.path ?? null, values };
}

function settleOne(
  spec: SettingSpec,
  option: (name: string) => string | null,
  environment: Readonly<Record<string, string | undefined>>,
  fromFile: ReadonlyMap<string, string>,
  path: string,
): SettingValue {
  const given = spec.option === null ? null : option(spec.option);
  if (given !== null) return { value: given, source: 'option' };
  const variable = spec.variable === null ? undefined : environment[spec.variable];
  if (variable !== undefined && variable !== '')
    return { value: allowed(spec, variable, spec.variable ?? ''), source: 'environment' };
  const stored = fromFile.get(spec.key);
  if (stored !== undefined) return { value: allowed(spec, stored, `${path} ${spec.key}`), source: 'file' };
  return { value: spec.fallback, source: 'default' };
}

function allowed(spec: SettingSpec, value: string, where: string): string {
  if (spec.choices === undefined || spec.choices.includes(value)) return value;
  const choices = spec.choices;
  throw new Fault(
    'bad-config',
    { what: `${where} 应为 ${choices.join('、')} 之一，现为「${value}」`, how: '改正后再运行' },
    { what: `${where} should be one of ${choices.join(', ')}, found "${value}"`, how: 'correct it and run again' },
  );
}

function readConfig(path: string, text: string): Map<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new Fault(
      'bad-config',
      { what: `配置文件 ${path} 应为 JSON，现在读不懂`, how: '检查逗号、引号和括号；或用 butie config 看可用的设置' },
      { what: `config file ${path} should be JSON and cannot be read as such`, how: 'check commas, quotes and braces' },
      { cause },
    );
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new Fault(
      'bad-config',
      { what: `配置文件 ${path} 应为一个 {…} 对象`, how: '例如 {"lang": "zh", "by": "张三"}' },
      { what: `config file ${path} should be one {…} object`, how: 'for example {"lang": "en"}' },
    );
  const keys = SETTINGS.map((spec) => spec.key);
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(content)) {
    if (!keys.some((known) => known === key)) throw unknownKey(path, key, keys);
    if (typeof value !== 'string')
      throw new Fault(
        'bad-config',
        { what: `配置文件 ${path} 的 ${key} 应为加引号的文字`, how: `写成 "${key}": "…"` },
        { what: `${key} in config file ${path} should be text in quotes`, how: `write "${key}": "…"` },
      );
    values.set(key, value);
  }
  return values;
}

function unknownKey(path: string, key: string, keys: readonly string[]): Fault {
  const near = nearest(key, keys);
  return new Fault(
    'bad-config',
    {
      what: `配置文件 ${path} 里没有「${key}」这项设置`,
      how: `${near === null ? '' : `最接近的是 ${near}；`}可用的有 ${keys.join('、')}`,
    },
    {
      what: `config file ${path} has an unknown key "${key}"`,
      how: `${near === null ? '' : `the nearest is ${near}; `}known keys: ${keys.join(', ')}`,
    },
  );
}

/** What the office set about itself, for the documents. */
export function officeOf({ values }: Settings): {
  readonly unitName: string | null;
  readonly noticePhone: string | null;
} {
  return { unitName: values.unitName.value, noticePhone: values.noticePhone.value };
}
