import type { CommandSpec } from '../line/command.js';
import { FORMAT_JSON, OVERRIDE } from '../line/common-options.js';
import { NO_ARGUMENTS } from '../line/command.js';
import { policyCalendar, policyExpiring } from './policy-calendar.js';
import { policyDiff, policyImpact } from './policy-change.js';
import { policyCoverage } from './policy-coverage.js';

const MORE = [policyDiff, policyImpact, policyCoverage, policyCalendar, policyExpiring];

const PACK = { zh: '政策包编号或文件', en: 'a pack id or file' };

const list: CommandSpec = {
  name: 'policy list',
  group: 'policy',
  summary: { zh: '列出带来的政策包', en: 'list the packs that come with the program' },
  usage: 'policy list [--format json]',
  arguments: NO_ARGUMENTS,
  options: [FORMAT_JSON],
  examples: [{ line: 'policy list', text: { zh: '有哪些政策', en: 'which policies there are' } }],
  load: () => import('../actions/policy-list.js'),
};

const show: CommandSpec = {
  name: 'policy show',
  group: 'policy',
  summary: { zh: '一份政策包的条款、参数、理解和未建模的条文', en: 'clauses, parameters, readings of a pack' },
  usage: 'policy show ID|FILE [--override FILE] [--format json]',
  arguments: { min: 1, max: 1, name: PACK },
  options: [OVERRIDE, FORMAT_JSON],
  examples: [{ line: 'policy show ningdong-2023-62', text: { zh: '看宁东镇的政策', en: 'show a policy' } }],
  load: () => import('../actions/policy-show.js'),
};

const check: CommandSpec = {
  name: 'policy check',
  group: 'policy',
  summary: { zh: '检查政策包写得对不对', en: 'check that a pack is well written' },
  usage: 'policy check [ID|FILE…] [--document FILE] [--format json]',
  arguments: { min: 0, max: Number.POSITIVE_INFINITY, name: PACK },
  options: [
    {
      flags: '--document <FILE>',
      text: {
        zh: '政策文件的文本（.txt），核对引文是否原样出现',
        en: 'text of the document, to find the quotations in',
      },
    },
    FORMAT_JSON,
  ],
  examples: [
    { line: 'policy check 我的政策.yaml', text: { zh: '逐行指出写错的地方', en: 'points at mistakes by line' } },
    { line: 'policy check', text: { zh: '检查全部带来的政策包', en: 'check all packs that come with the program' } },
  ],
  load: () => import('../actions/policy-check.js'),
};

const test: CommandSpec = {
  name: 'policy test',
  group: 'policy',
  summary: { zh: '跑政策包里的算例', en: 'run the cases of a pack' },
  usage: 'policy test [ID|FILE…] [--format json]',
  arguments: { min: 0, max: Number.POSITIVE_INFINITY, name: PACK },
  options: [FORMAT_JSON],
  examples: [{ line: 'policy test ningdong-2023-62', text: { zh: '算例全部对上才算数', en: 'every case must agree' } }],
  load: () => import('../actions/policy-test.js'),
};

const facts: CommandSpec = {
  name: 'policy facts',
  group: 'policy',
  summary: {
    zh: '政策包能用的事实：给谁、叫什么、怎么写',
    en: 'the facts that a pack may use, with words and examples',
  },
  usage: 'policy facts [SCOPE] [--format json]',
  arguments: { min: 0, max: 1, name: { zh: '给谁（household、member、application…）', en: 'a scope' } },
  options: [FORMAT_JSON],
  examples: [{ line: 'policy facts application', text: { zh: '申请表能用的事实', en: 'facts of a claim' } }],
  load: () => import('../actions/policy-facts.js'),
};

const kinds: CommandSpec = {
  name: 'policy kinds',
  group: 'policy',
  summary: { zh: '规则的类型和补贴对象，各带一个写法', en: 'kinds of rule and scopes, each with an example' },
  usage: 'policy kinds [--format json]',
  arguments: NO_ARGUMENTS,
  options: [FORMAT_JSON],
  examples: [{ line: 'policy kinds', text: { zh: '有哪些规则类型', en: 'which kinds of rule there are' } }],
  load: () => import('../actions/policy-kinds.js'),
};

const schema: CommandSpec = {
  name: 'policy schema',
  group: 'policy',
  summary: { zh: '政策包的 JSON Schema，给编辑器用', en: 'JSON Schema of packs, for editors' },
  usage: 'policy schema',
  arguments: NO_ARGUMENTS,
  options: [],
  examples: [{ line: 'policy schema', text: { zh: '存成 pack.schema.json 给编辑器', en: 'save it for an editor' } }],
  load: () => import('../actions/policy-schema.js'),
};

const create: CommandSpec = {
  name: 'policy new',
  group: 'policy',
  summary: { zh: '问几个问题，写出一份政策包的骨架', en: 'ask a few questions and write the skeleton of a pack' },
  usage: 'policy new FILE.yaml',
  arguments: { min: 1, max: 1, name: { zh: '要写的文件', en: 'the file to write' } },
  options: [],
  examples: [{ line: 'policy new 我的政策.yaml', text: { zh: '逐项问完写出骨架', en: 'a skeleton to fill in' } }],
  load: () => import('../actions/policy-new.js'),
};

const SUBCOMMANDS = [list, show, check, test, facts, kinds, schema, create, ...MORE];
const NAMES = SUBCOMMANDS.map(({ name }) => name.replace('policy ', ''));

export const policy: CommandSpec = {
  name: 'policy',
  group: 'policy',
  summary: {
    zh: '政策包：列出、查看、检查、试算、逐条核对',
    en: 'policy packs: list, show, check, test, clause by clause',
  },
  usage: `policy ${NAMES.join('|')} …`,
  arguments: {
    min: 1,
    max: 1,
    name: { zh: `子命令（${NAMES.join('、')}）`, en: `a subcommand (${NAMES.join(', ')})` },
  },
  options: [],
  examples: SUBCOMMANDS.flatMap(({ examples }) => examples),
  subcommands: SUBCOMMANDS,
  load: list.load,
};
