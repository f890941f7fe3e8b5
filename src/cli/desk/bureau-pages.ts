import { join } from 'node:path';
import type { z } from 'zod';
import type { BATCHES, SHOW } from '../schemas/batch.js';
import type { Considered } from './bureau-work.js';
import { policySelect } from './clerk-pages.js';
import type { Desk, Trial } from './desk.js';
import { command, field, type Html, html, said, table } from './page.js';
import type { Done } from './work.js';

type Batch = z.infer<typeof BATCHES>[number];
type Shown = z.infer<typeof SHOW>;

const STATES = {
  draft: { zh: '草稿', en: 'draft' },
  approved: { zh: '已审核', en: 'approved' },
  exported: { zh: '已导出', en: 'exported' },
  settled: { zh: '已回盘', en: 'settled' },
  closed: { zh: '已关账', en: 'closed' },
  void: { zh: '已作废', en: 'void' },
} as const;

/** Policy, month, ledger: what a trial needs. */
export function monthPage(desk: Desk): Html {
  const { base, pick, uploads, month } = desk;
  if (uploads.length === 0)
    return html`<p>${pick({ zh: '先交花名册：', en: 'First hand in the rosters:' })} <a href="${base}/">${pick({ zh: '查花名册', en: 'Check a roster' })}</a></p>`;
  return html`<p>${pick({ zh: '花名册：', en: 'Rosters: ' })}${uploads.map(({ name }) => name).join('、')}</p>
<form method="post" action="${base}/trial">
${policySelect(desk, month.policy === '' ? desk.policy : month.policy, false)}
${field(pick({ zh: '付款月份', en: 'Payment month' }), html`<input name="period" required placeholder="2024-10" pattern="[0-9]{4}-[0-9]{2}" size="9" value="${month.period}">`)}
${field(pick({ zh: '批次名', en: 'Batch name' }), html`<input name="name" size="12" value="${month.name}">`)}
${field(pick({ zh: '制表人', en: 'Made by' }), html`<input name="by" size="12" required value="${month.by}">`)}
${field(pick({ zh: '台账文件', en: 'Ledger file' }), html`<input name="ledger" size="30" required value="${desk.ledger}">`)}
<p><button class="main">${pick({ zh: '试算（什么也不保存）', en: 'Trial run (keeps nothing)' })}</button></p></form>
${desk.trial === null ? '' : html`<p><a href="${base}/trial">${pick({ zh: '看上次试算', en: 'The last trial' })}</a></p>`}`;
}

/** Sums, readings with their prices, who gets nothing and why, and the step to the files. */
export function trialPage(
  desk: Desk,
  { done, receipt }: Trial,
  unpaid: { readonly found: readonly Considered[]; readonly total: number },
  search: { readonly query: string; readonly found: readonly Considered[] },
): Html {
  const { base, pick } = desk;
  if (receipt === null)
    return html`${said(desk, done)}<p><a href="${base}/month">${pick({ zh: '改一改再试', en: 'Change and try again' })}</a></p>`;
  const { counts, total, totals, readings } = receipt;
  const priced = readings.flatMap(({ id, question, chosen, impacts }) =>
    impacts.map(({ alternative, payees, difference }) => [
      question,
      `${id}=${chosen}`,
      `${id}=${alternative}`,
      String(payees),
      difference,
    ]),
  );
  return html`<p role="status">${pick({ zh: `应发 ${counts.paid_payees} 户（人、单位）、${counts.lines} 笔，`, en: `${counts.paid_payees} payees, ${counts.lines} lines, ` })}<strong>${total.amount}</strong> ${pick({ zh: '元', en: 'yuan' })}（${total.capital}）${pick({ zh: `；有问题暂不发 ${counts.held_households} 户，无法判定 ${counts.undecided} 项`, en: `; ${counts.held_households} households held, ${counts.undecided} undecided` })}</p>
${table(
  pick({ zh: '合计', en: 'Totals' }),
  [pick({ zh: '项目', en: 'Benefit' }), pick({ zh: '笔数', en: 'Lines' }), pick({ zh: '金额（元）', en: 'Yuan' })],
  totals.map((one) => [one.benefit, String(one.lines), one.amount]),
)}
${priced.length === 0 ? '' : table(pick({ zh: '有疑义的条文：换一种理解会差多少', en: 'Doubtful clauses: what the other reading would change' }), [pick({ zh: '问题', en: 'Question' }), pick({ zh: '现在', en: 'Now' }), pick({ zh: '另一种', en: 'Other' }), pick({ zh: '户数', en: 'Payees' }), pick({ zh: '差额（元）', en: 'Difference' })], priced)}
<h2>${pick({ zh: '找一个人或一户：为什么是这么多', en: 'Find somebody: why this amount' })}</h2>
<form method="get" action="${base}/trial" class="actions" role="search">${field(pick({ zh: '姓名、户编号或证件号', en: 'Name, household or ID number' }), html`<input type="search" name="q" value="${search.query}">`)}<button>${pick({ zh: '查', en: 'Find' })}</button></form>
${search.query === '' ? '' : search.found.length === 0 ? html`<p role="status">${pick({ zh: '没有找到。', en: 'Nobody found.' })}</p>` : dues(desk, pick({ zh: '查到的', en: 'Found' }), search.found)}
<h2>${pick({ zh: `未发名单（${unpaid.total} 项）`, en: `Who gets nothing (${unpaid.total})` })}</h2>
<details><summary>${pick({ zh: '展开', en: 'show' })}</summary>${dues(desk, pick({ zh: '未发名单', en: 'Who gets nothing' }), unpaid.found)}
${unpaid.total > unpaid.found.length ? html`<p>${pick({ zh: '其余的在 exceptions.xlsx 的「未发名单」里。', en: 'The others are in the sheet 未发名单 of exceptions.xlsx.' })}</p>` : ''}</details>
<h2>${pick({ zh: '写出文件', en: 'Write the files' })}</h2>
<form method="post" action="${base}/write">${field(pick({ zh: '放到文件夹', en: 'Folder' }), html`<input name="out" size="40" required value="${receipt.batch_id}">`)}
<p><button class="main">${pick({ zh: '写出结果文件，草稿记入台账', en: 'Write the files and keep the draft' })}</button></p></form>
${command(desk, [...done.words, `--ledger=${desk.ledger}`, '--dry-run'])}`;
}

function dues(desk: Desk, caption: string, found: readonly Considered[]): Html {
  const { base, pick } = desk;
  return table(
    caption,
    [
      pick({ zh: '姓名', en: 'Name' }),
      pick({ zh: '户', en: 'Household' }),
      pick({ zh: '项目', en: 'Benefit' }),
      pick({ zh: '金额（元）', en: 'Yuan' }),
      pick({ zh: '还差', en: 'Short by' }),
      pick({ zh: '为什么', en: 'Why' }),
    ],
    found.map((one) => [
      one.payee_name,
      one.household_id ?? '',
      one.benefit,
      one.amount,
      one.short_by ?? '',
      html`<a href="${base}/why?payee=${encodeURIComponent(one.household_id ?? one.payee_name)}">${pick({ zh: '为什么', en: 'why' })}<span class="skip"> ${one.payee_name} ${one.benefit}</span></a>`,
    ]),
  );
}

/** After the real run: its words, the files to fetch, the way to the batch. */
export function writtenPage(desk: Desk, done: Done, out: string, batchId: string): Html {
  const { base, pick } = desk;
  return html`${said(desk, done)}
<h2>${pick({ zh: '结果文件', en: 'Files' })}</h2><ul class="files">${desk.offersOf(out).map((offer) => html`<li><a href="${desk.offer(offer)}" download>${offer.name}</a></li>`)}</ul>
<p>${pick({ zh: '也在文件夹：', en: 'Also in the folder: ' })}${join(out)}</p>
<p><a class="button" href="${base}/batch/${encodeURIComponent(batchId)}">${pick({ zh: '看这个批次', en: 'See the batch' })}</a></p>`;
}

export function batchesPage(desk: Desk, batches: readonly Batch[], problem: Done | null): Html {
  const { base, pick } = desk;
  const rows = batches.map((one) => [
    html`<a href="${base}/batch/${encodeURIComponent(one.batch_id)}">${one.batch_id}</a>`,
    pick(STATES[one.state]),
    String(one.lines),
    one.total,
    one.maker,
    one.approver ?? '',
  ]);
  return html`<form method="post" action="${base}/ledger" class="actions">${field(pick({ zh: '台账文件', en: 'Ledger file' }), html`<input name="ledger" size="30" required value="${desk.ledger}">`)}<button>${pick({ zh: '打开', en: 'Open' })}</button></form>
${problem === null ? '' : said(desk, problem)}
${batches.length === 0 ? html`<p>${pick({ zh: '台账里还没有批次。', en: 'No batches yet.' })}</p>` : table(pick({ zh: '批次', en: 'Batches' }), [pick({ zh: '批次', en: 'Batch' }), pick({ zh: '状态', en: 'State' }), pick({ zh: '笔数', en: 'Lines' }), pick({ zh: '金额（元）', en: 'Yuan' }), pick({ zh: '制表', en: 'Maker' }), pick({ zh: '审核', en: 'Approver' })], rows)}
${command(desk, ['batches', `--ledger=${desk.ledger}`])}`;
}

/** One batch: what is signed, its lines, what may be done next. */
export function batchPage(
  desk: Desk,
  batch: Batch,
  shown: Shown | null,
  terms: readonly string[],
  printable: boolean,
): Html {
  const { pick, told } = desk;
  const lines = (shown?.lines ?? []).slice(0, 300);
  return html`${told === null ? '' : said(desk, told)}
<dl><dt>${pick({ zh: '状态', en: 'State' })}</dt><dd><strong>${pick(STATES[batch.state])}</strong></dd><dt>${pick({ zh: '笔数', en: 'Lines' })}</dt><dd>${batch.lines}</dd><dt>${pick({ zh: '金额', en: 'Amount' })}</dt><dd>${batch.total}</dd><dt>${pick({ zh: '制表', en: 'Maker' })}</dt><dd>${batch.maker}</dd><dt>${pick({ zh: '审核', en: 'Approver' })}</dt><dd>${batch.approver ?? '—'}</dd><dt>${pick({ zh: '内容摘要', en: 'Content hash' })}</dt><dd>${batch.content_hash}</dd></dl>
${acts(desk, batch, terms, printable)}
${table(
  pick({ zh: '明细', en: 'Lines' }),
  [
    pick({ zh: '行号', en: 'No' }),
    pick({ zh: '收款人', en: 'Payee' }),
    pick({ zh: '项目', en: 'Benefit' }),
    pick({ zh: '金额', en: 'Amount' }),
    pick({ zh: '状态', en: 'Status' }),
    pick({ zh: '说明', en: 'Note' }),
  ],
  lines.map((one) => [String(one.line_no), one.payee_name, one.benefit_id, one.amount, one.status, one.text ?? '']),
)}
${(shown?.lines.length ?? 0) > lines.length ? html`<p>${pick({ zh: '其余的用 butie show 看。', en: 'butie show lists all.' })}</p>` : ''}
${command(desk, ['show', batch.batch_id, '--all', `--ledger=${desk.ledger}`])}`;
}

function acts(
  desk: Desk,
  { batch_id: id, state, content_hash: hash }: Batch,
  terms: readonly string[],
  printable: boolean,
): Html {
  const { base, pick, month } = desk;
  const to = (act: string): string => `${base}/batch/${encodeURIComponent(id)}/${act}`;
  const by = (label: string, value: string): Html =>
    field(label, html`<input name="by" required size="12" value="${value}">`);
  const out = (name: string): Html =>
    field(pick({ zh: '放到文件夹', en: 'Folder' }), html`<input name="out" required size="30" value="${name}">`);
  const forms: Html[] = [];
  if (state === 'draft')
    forms.push(html`<section><h2>${pick({ zh: '审核', en: 'Approve' })}</h2><p>${pick({ zh: '签的是这些：', en: 'This is what is signed:' })}</p><pre tabindex="0">${terms.join('\n')}</pre>
<form method="post" action="${to('approve')}"><input type="hidden" name="hash" value="${hash}">${by(pick({ zh: '审核人（不能是制表人）', en: 'Approver (not the maker)' }), '')}<p><button class="main">${pick({ zh: '审核通过', en: 'Approve' })}</button></p></form></section>`);
  if (state === 'approved' || state === 'exported')
    forms.push(html`<section><h2>${pick({ zh: '银行文件', en: 'Bank file' })}</h2><form method="post" action="${to('export')}">${out(`${id}-银行`)}
${field(pick({ zh: '格式', en: 'Format' }), html`<select name="bank">${['csv', 'xlsx', 'comma', 'pipe', 'ykt'].map((one) => html`<option>${one}</option>`)}</select>`)}
${field(pick({ zh: '付款日期', en: 'Day of payment' }), html`<input name="day" placeholder="2024-10-20" pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}" size="11">`)}
${state === 'exported' ? field(pick({ zh: '再次导出的原因', en: 'Why again' }), html`<input name="reason" required size="30">`) : ''}
<p><button class="${state === 'approved' ? 'main' : ''}">${pick({ zh: '导出', en: 'Export' })}</button></p></form></section>`);
  if (state === 'exported' || state === 'settled')
    forms.push(html`<section><h2>${pick({ zh: '银行回盘', en: 'Bank return' })}</h2><form method="post" action="${to('return')}" enctype="multipart/form-data">${field(pick({ zh: '回盘文件', en: 'Return file' }), html`<input type="file" name="file" required>`)}
${field(pick({ zh: '回盘里有', en: 'It holds' }), html`<select name="coverage" required><option value="">—</option><option value="full">${pick({ zh: '全部结果', en: 'all results' })}</option><option value="failures">${pick({ zh: '只有失败的', en: 'failures only' })}</option><option value="successes">${pick({ zh: '只有成功的', en: 'successes only' })}</option></select>`)}
<p><button class="main">${pick({ zh: '登记回盘', en: 'Take in' })}</button></p></form></section>`);
  if (state === 'settled' || state === 'exported')
    forms.push(
      html`<section><h2>${pick({ zh: '关账', en: 'Close' })}</h2><form method="post" action="${to('close')}">${by(pick({ zh: '经办人', en: 'Done by' }), month.by)}<p><button>${pick({ zh: '关账', en: 'Close' })}</button></p></form></section>`,
    );
  if (printable)
    forms.push(
      html`<section><h2>${pick({ zh: '打印', en: 'Print' })}</h2><form method="post" action="${to('print')}">${out(`${id}-打印`)}<p><button>${pick({ zh: '写出全部单据', en: 'Write all documents' })}</button></p></form></section>`,
    );
  return html`${forms}`;
}
