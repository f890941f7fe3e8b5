import type { Check, CheckExample, CheckStage } from '../checks/define-check.js';
import { CHECKS, findCheck } from '../checks/index.js';
import { textOf } from '../checks/render-finding.js';
import type { Lang } from '../findings/finding.js';
import type { Invocation, Words } from './command.js';
import type { ExitCode } from './exit-code.js';
import { Fault } from './fault.js';
import { nearest } from './nearest.js';
import { SEVERITY_WORDS } from './severity-words.js';
import { tableLines } from './terminal-table.js';

const STAGES: Readonly<Record<CheckStage, Words>> = {
  reader: { zh: '打开文件时', en: 'when a file is opened' },
  tables: { zh: '读表时', en: 'when a sheet is read' },
  roster: { zh: '查错时', en: 'when the roster is checked' },
  lists: { zh: '与名单比对时', en: 'when lists are compared' },
  rules: { zh: '按政策核算时', en: 'when amounts are worked out' },
  ledger: { zh: '与台账比对时', en: 'against the ledger' },
  bank: { zh: '处理银行文件时', en: 'with bank files' },
};

/** Prints what the codes mean; without a code, the list of all. */
export function explainCodes({ positional, values, terminal }: Invocation): ExitCode {
  const json = values.text('format') === 'json';
  const checks = positional.length === 0 ? CHECKS : positional.map(checkOf);
  if (json) {
    terminal.print(JSON.stringify(checks.map((check) => checkDocument(check))));
    return 0;
  }
  if (positional.length === 0) {
    for (const line of listLines(terminal.lang)) terminal.print(line);
    terminal.note(
      terminal.pick({ zh: '运行 butie explain <代码> 看某一个', en: 'run butie explain <code> for one of them' }),
    );
    return 0;
  }
  checks.forEach((check, i) => {
    if (i > 0) terminal.print('');
    for (const line of checkLines(check, terminal.lang)) terminal.print(line);
  });
  return 0;
}

function checkOf(code: string): Check {
  const check = findCheck(code);
  if (check !== null) return check;
  const near = nearest(
    code,
    CHECKS.flatMap((one) => [one.code, one.name]),
  );
  throw new Fault(
    'unknown-code',
    {
      what: `没有「${code}」这个问题代码`,
      how: near === null ? '运行 butie explain 看全部代码' : `最接近的是 ${near}；运行 butie explain 看全部代码`,
    },
    {
      what: `there is no finding code "${code}"`,
      how: near === null ? 'run butie explain for all codes' : `the nearest is ${near}; run butie explain for all`,
    },
  );
}

function listLines(lang: Lang): string[] {
  const titles = lang === 'zh' ? ['代码', '级别', '问题'] : ['code', 'severity', 'problem'];
  return tableLines(
    titles.map((title) => ({ title })),
    CHECKS.map((check) => [check.code, SEVERITY_WORDS[check.severity][lang], check.text[lang].title]),
  );
}

function checkLines(check: Check, lang: Lang): string[] {
  const zh = lang === 'zh';
  const text = check.text[lang];
  const sample = check.sample ?? {};
  const needs = check.needs.map((need) => `${need.table}${zh ? '：' : ': '}${need.fields.join(zh ? '、' : ', ')}`);
  const lists = check.lists ?? [];
  return [
    `${check.code} ${text.title}（${SEVERITY_WORDS[check.severity][lang]} · ${check.name}）`,
    '',
    line(zh ? '什么问题' : 'what', text.what(sample)),
    line(zh ? '为什么' : 'why', textOf(text.why, sample)),
    line(zh ? '怎么办' : 'how', textOf(text.how, sample)),
    line(zh ? '何时查' : 'when', STAGES[check.stage][lang]),
    ...(needs.length === 0 ? [] : [line(zh ? '需要的列' : 'needs', needs.join(zh ? '；' : '; '))]),
    ...(lists.length === 0 ? [] : [line(zh ? '需要的名单' : 'lists', lists.join(zh ? '、' : ', '))]),
    ...check.examples.flatMap((example) => ['', ...exampleLines(example, lang)]),
  ];
}

function line(label: string, text: string): string {
  return `  ${label}  ${text}`;
}

/** An example as the small table that it is, with the cells where the finding stands. */
function exampleLines(example: CheckExample, lang: Lang): string[] {
  const verdict =
    example.expect.length === 0
      ? lang === 'zh'
        ? '没有问题'
        : 'no finding'
      : `${lang === 'zh' ? '指出' : 'points at'} ${example.expect.join(lang === 'zh' ? '、' : ', ')}`;
  const tables = Object.entries(example.tables).flatMap(([table, rows]) => {
    const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const cells = rows.map((row) => headers.map((header) => String(row[header] ?? '')));
    const titles = headers.map((title) => ({ title, max: 24 }));
    return [`    ${table}`, ...tableLines(titles, cells).map((text) => `      ${text}`)];
  });
  return [`  ${lang === 'zh' ? '例' : 'example'}  ${example.title} → ${verdict}`, ...tables];
}

function checkDocument(check: Check): unknown {
  const sample = check.sample ?? {};
  const words = (lang: Lang): unknown => {
    const text = check.text[lang];
    return {
      title: text.title,
      what: text.what(sample),
      why: textOf(text.why, sample),
      how: textOf(text.how, sample),
    };
  };
  return {
    code: check.code,
    name: check.name,
    severity: check.severity,
    stage: check.stage,
    needs: check.needs,
    lists: check.lists ?? [],
    zh: words('zh'),
    en: words('en'),
    examples: check.examples.map(({ title, tables, expect }) => ({ title, tables, expect })),
  };
}
