import { barChart, type Bar } from '../model/bar-chart.js';
import { runFileLabels } from '../run/exceptions-csv.js';
import { findingGroups } from '../run/finding-list-sheet.js';
import { html } from '../model/html-text.js';
import { maskFreeText } from '../model/masked-value.js';
import { cards, note, pageEnd, pageHead, section, table } from '../model/page-parts.js';
import type { FindingDocumentInput } from '../run/run-document.js';
import { dayWords, SEVERITY_WORDS } from '../model/words.js';

const MOST = 40;

/** One page about rosters that were only checked: what was read, what is wrong, by kind and file. Nobody is named. */
export function* checkReportPage(
  input: FindingDocumentInput & { readonly asOf: string | null; readonly toolVersion: string },
): Generator<string> {
  const { result } = input;
  const { roster, findings } = result;
  const label = runFileLabels(input);
  const count = (severity: string): number => findings.filter(({ finding }) => finding.severity === severity).length;
  const files = input.origin.inputs.map(({ file }) => label(file) ?? '').join('、');
  const day = input.asOf === null ? '' : `　数据截至 ${dayWords(input.asOf)}`;
  yield pageHead('花名册查错报告', `<p>文件：${html(maskFreeText(files))}${day}</p>`);
  const held = new Set(
    findings.flatMap(({ finding, effect }) => (effect === 'held' ? (finding.subject.household ?? []) : [])),
  );
  yield cards([
    [
      '住户',
      `${new Set(roster.rows.住户.map(({ householdId }) => householdId)).size} 户`,
      `${roster.rows.成员.length} 人`,
    ],
    ['错误', `${count('error')} 条`, `${held.size} 户因错误不能发放`],
    ['警告', `${count('warning')} 条`, '请人看过'],
    ['提示', `${count('info')} 条`, '工具已处理或已说明'],
  ]);
  yield section(
    '读到的表',
    table(
      ['文件', '工作表', '表', '数据行', '认出的列'],
      roster.tables.map((one) => [
        maskFreeText(label(one.file) ?? ''),
        maskFreeText(one.sheet),
        one.kind,
        String(one.rows),
        [...one.columns.values()].map(({ header }) => maskFreeText(header)).join('、'),
      ]),
    ),
  );
  const groups = findingGroups(findings);
  if (groups.length === 0) {
    yield section('发现的问题', note('没有发现问题。'));
  } else {
    const bars = groups.slice(0, 12).map(
      (group): Bar => ({
        label: `${group.code} ${titleOf(group.findings, input)}`,
        parts: [{ value: group.findings.length, series: group.severity === 'error' ? 1 : 0 }],
        text: `${group.findings.length} 条`,
      }),
    );
    const rows = groupRows(groups.slice(0, MOST), input);
    yield section(
      '发现的问题',
      barChart('问题最多的几种', bars) + table(['级别', '编号', '问题', '条数', '怎么改'], rows, 'findings'),
    );
  }
  yield pageEnd(`butie ${input.toolVersion}`);
}

type Group = ReturnType<typeof findingGroups>[number];

function titleOf(findings: Group['findings'], { words }: FindingDocumentInput): string {
  const [first] = findings;
  return first === undefined ? '' : words(first.finding).title;
}

function groupRows(groups: readonly Group[], { words }: FindingDocumentInput): string[][] {
  return groups.map(({ code, severity, findings }) => {
    const [first] = findings;
    const text = first === undefined ? null : words(first.finding);
    return [SEVERITY_WORDS[severity], code, text?.title ?? '', String(findings.length), maskFreeText(text?.how ?? '')];
  });
}
