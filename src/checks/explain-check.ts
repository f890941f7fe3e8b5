import type { Lang } from '../findings/finding.js';
import { editDistance } from '../domain/edit-distance.js';
import type { Check, CheckExample, CheckStage } from './define-check.js';
import { SEVERITY_WORDS } from './group-findings.js';
import { CHECKS, findCheck } from './index.js';
import { textOf } from './render-finding.js';

export const STAGE_WORDS: Readonly<Record<Lang, Readonly<Record<CheckStage, string>>>> = {
  zh: {
    reader: '打开文件时',
    tables: '读取表格时',
    roster: '核对名册时',
    lists: '与名单比对时（--compare）',
    rules: '按政策核算时',
    ledger: '与台账比对时',
    bank: '处理银行文件时',
  },
  en: {
    reader: 'opening the file',
    tables: 'reading the tables',
    roster: 'checking the roster',
    lists: 'comparing with lists (--compare)',
    rules: 'applying the policy',
    ledger: 'comparing with the ledger',
    bank: 'handling bank files',
  },
};

/**
 * What a finding means, for `butie explain CODE`: what, why, how, when, the columns it needs, and examples. Takes a code or
 * a name; null when there is no such check, see {@link nearCodes}.
 */
export function explainCheck(codeOrName: string, lang: Lang): string | null {
  const check = findCheck(codeOrName);
  if (check === null) return null;
  const zh = lang === 'zh';
  const { title, what, why, how } = check.text[lang];
  const params = check.sample ?? {};
  const labelled: (readonly [string, string])[] = [
    [zh ? '问题' : 'what', what(params)],
    [zh ? '后果' : 'why', textOf(why, params)],
    [zh ? '怎么办' : 'how', textOf(how, params)],
    [zh ? '何时检查' : 'when', STAGE_WORDS[lang][check.stage]],
  ];
  if (check.needs.length > 0)
    labelled.push([
      zh ? '需要的列' : 'needs',
      check.needs.map(({ table, fields }) => `${table}（${fields.join('、')}）`).join(zh ? '；' : '; '),
    ]);
  if (check.lists !== undefined) labelled.push([zh ? '需要的名单' : 'lists', check.lists.join(zh ? '、' : ', ')]);
  const lines = [`${check.code} ${title}  [${SEVERITY_WORDS[lang][check.severity]}]  ${check.name}`, ''];
  for (const [label, text] of labelled) lines.push(`${label}${zh ? '：' : ': '}${text}`);
  for (const example of check.examples) lines.push('', ...exampleLines(example, lang));
  return lines.join('\n');
}

function exampleLines({ title, tables, sheets, expect }: CheckExample, lang: Lang): string[] {
  const fires = expect.length > 0;
  const verdict = lang === 'zh' ? (fires ? '会报' : '不报') : fires ? 'reported' : 'not reported';
  const lines = [`${verdict}${lang === 'zh' ? '：' : ': '}${title}`];
  for (const [table, rows] of Object.entries(tables)) {
    const shown = rows.slice(0, 3);
    for (const row of shown) {
      const cells = Object.entries(row).map(([header, value]) => `${header} ${value ?? '（空）'}`);
      lines.push(`  ${table}  ${cells.join(' · ')}`);
    }
    if (rows.length > shown.length) lines.push(`  ${table}  …（${rows.length}）`);
  }
  for (const [sheet, rows] of Object.entries(sheets ?? {}))
    for (const row of rows) lines.push(`  ${sheet}  ${row.map((cell) => cellText(cell)).join(' | ')}`);
  return lines;
}

function cellText(cell: unknown): string {
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** Codes that a mistyped one may have meant, nearest first, three at most; empty when nothing is near. */
export function nearCodes(typed: string): string[] {
  const text = typed.trim().toUpperCase();
  if (text === '') return [];
  const distance = (check: Check): number =>
    Math.min(
      editDistance(text, check.code),
      editDistance(text.replace(/[^A-Z0-9]/g, ''), check.code.replace('-', '')),
      editDistance(text, check.name.toUpperCase()),
    );
  return CHECKS.map((check) => ({ code: check.code, distance: distance(check) }))
    .filter((near) => near.distance <= 2)
    .sort((a, b) => a.distance - b.distance || a.code.localeCompare(b.code))
    .slice(0, 3)
    .map((near) => near.code);
}

/** Every check as one row of a Markdown table, for the README. */
export function checksTable(lang: Lang): string {
  const zh = lang === 'zh';
  const head = zh
    ? ['代码', '级别', '问题', '何时检查', '怎么办']
    : ['code', 'severity', 'problem', 'when', 'what to do'];
  const rows = CHECKS.map((check) => {
    const text = check.text[lang];
    return [
      check.code,
      SEVERITY_WORDS[lang][check.severity],
      text.title,
      STAGE_WORDS[lang][check.stage],
      textOf(text.how, check.sample ?? {}),
    ];
  });
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** One check as plain data, for `explain --format json` and the list of codes. */
export interface CheckSummary {
  readonly code: string;
  readonly name: string;
  readonly severity: Check['severity'];
  readonly stage: CheckStage;
  readonly needs: Check['needs'];
  readonly text: Readonly<Record<Lang, { title: string; what: string; why: string; how: string }>>;
}

export function checkSummary(check: Check): CheckSummary {
  const words = (lang: Lang): CheckSummary['text'][Lang] => {
    const { title, what, why, how } = check.text[lang];
    const params = check.sample ?? {};
    return { title, what: what(params), why: textOf(why, params), how: textOf(how, params) };
  };
  const { code, name, severity, stage, needs } = check;
  return { code, name, severity, stage, needs, text: { zh: words('zh'), en: words('en') } };
}

/** All checks as plain data, in the order of their list. */
export function checksJson(): CheckSummary[] {
  return CHECKS.map((check) => checkSummary(check));
}
