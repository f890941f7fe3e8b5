import type { RunResult } from '../../batch/run/run-result.js';
import { formatYuanGrouped } from '../../domain/money.js';
import { notRunWords } from '../../findings/not-run-words.js';
import { runFileLabels } from './exceptions-csv.js';
import { leftToPeople } from './receipt.js';
import type { RunDocumentInput } from './run-document.js';
import { textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords } from '../model/words.js';
import type { CellModel, RowModel, SheetModel } from '../model/workbook-model.js';

const WIDTH = 4;

/** 说明: how the amounts came about: readings with what the other one would change, parameters, inputs, limits. */
export function payoutNotesSheet(input: RunDocumentInput): SheetModel {
  return {
    name: '说明',
    columns: [
      { width: 24, style: 'wrap' },
      { width: 34, style: 'wrap' },
      { width: 34, style: 'wrap' },
      { width: 40, style: 'wrap' },
    ],
    rows: notesRows(input),
    print: { landscape: true, fitToWidth: true, paper: 'A4', footer: '第 &P 页 共 &N 页' },
  };
}

function* notesRows(input: RunDocumentInput): Generator<RowModel> {
  const { result, origin } = input;
  const { content, pack, counts } = result;
  yield titleRow('本次核算的说明', WIDTH);

  yield section('一、批次');
  yield wide('政策文件', `${pack.document.number}《${pack.document.title}》（${pack.document.issuer}）`);
  yield wide('政策包', `${content.policyId} 版本 ${content.policyVersion}，校验值 ${content.packHash.slice(0, 16)}…`);
  yield wide('批次', `${content.batchId}，${monthWords(content.period)}，基准日 ${dayWords(content.asOf)}`);
  yield wide('批次内容校验值', content.contentHash);
  if (origin.ledger !== undefined)
    yield wide('核算时的台账', `共 ${origin.ledger.entries} 条记录，末条校验值 ${origin.ledger.hash}`);
  yield wide(
    '户数与笔数',
    `住户 ${counts.households} 户，成员 ${counts.members} 人；发放 ${counts.paidPayees} 户（人）${counts.lines} 笔 ${formatYuanGrouped(content.total)} 元；` +
      `暂停发放 ${counts.heldHouseholds} 户（见 exceptions.xlsx）`,
  );
  const label = runFileLabels(input);
  for (const each of origin.inputs)
    yield wide('输入文件', `${label(each.file) ?? ''}（校验值 ${each.sha256.slice(0, 16)}…）`);

  yield section('二、条文理解：本次采用的口径，以及换一种口径会差多少');
  yield { cells: ['条文问题', '本次采用', '另一种口径', '换用后的影响'], style: 'header', height: 24 };
  for (const reading of pack.readings) {
    const chosen = content.readings[reading.id] ?? reading.default;
    const effect = (id: string): string => reading.choices.find((choice) => choice.id === id)?.effect ?? id;
    for (const choice of reading.choices.filter((each) => each.id !== chosen)) {
      const impact = result.impacts.find(
        (each) => each.reading === reading.id && each.alternative === choice.id && each.chosen === chosen,
      );
      yield {
        cells: [
          `${reading.question}（${reading.clause}）`,
          `${effect(chosen)}${chosen === reading.default ? '（默认）' : '（本次另选）'}`,
          choice.effect,
          impact === undefined
            ? '对这份名册没有影响'
            : `${impact.payees} 户（人）的金额会变，合计${impact.difference < 0 ? '减少' : '增加'} ${formatYuanGrouped(Math.abs(impact.difference))} 元`,
        ],
      };
    }
  }
  if (pack.readings.length === 0) yield wide('无', '本政策没有需要选择的口径');

  yield section('三、本次改动的参数');
  const parameters = Object.entries(content.parameters);
  for (const [id, value] of parameters) yield wide(pack.parameters[id]?.name ?? id, value);
  if (parameters.length === 0) yield wide('无', '全部按政策文件规定的数值');

  yield section('四、程序没有检验、须由人负责的事项');
  for (const each of leftToPeople(input))
    yield wide(each.clause ?? '全部条款', each.quote === null ? each.reason : `「${each.quote}」：${each.reason}`);
  for (const [reason, codes] of checksNotRun(result.checks)) yield wide('没有检查', `${reason}：${codes.join('、')}`);
}

/**
 * Checks that had nothing to look at, by reason. Those of other steps (bank, ledger) have their turn there; what flags and
 * the trace tell was looked at.
 */
function checksNotRun(checks: RunResult['checks']): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const check of checks) {
    if (check.status !== 'not-run' && check.status !== 'failed') continue;
    if (/^(stage|told):/.test(check.reason ?? '')) continue;
    const reason = check.status === 'failed' ? '检查程序出错，没有结论' : notRunWords(check, 'zh');
    const codes = groups.get(reason);
    if (codes === undefined) groups.set(reason, [check.code]);
    else codes.push(check.code);
  }
  return groups;
}

function section(text: string): RowModel {
  return { ...textRow(text, WIDTH, 'total-label', 24), style: 'total-label' };
}

function wide(label: string, text: string): RowModel {
  const cells: CellModel[] = [label, text, null, null];
  // Joined cells do not grow by themselves in any office program: give the height that the text needs.
  const lines = Math.max(Math.ceil(textWidth(text) / 104), Math.ceil(textWidth(label) / 22), 1);
  return { cells, spans: [[1, 3]], height: 6 + lines * 15 };
}

/** Columns a text takes: two for a Chinese character. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x100 ? 1 : 2;
  return width;
}
