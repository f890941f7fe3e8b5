import { TABLES } from '../../tables/fields/index.js';
import { TABLE_KINDS, type TableKind } from '../../domain/roster.js';
import type { Acceptance, Checked, Desk } from './desk.js';
import { command, field, type Html, html, said, table } from './page.js';
import { columnLetters, columnNumber, rowKey } from './rows-around.js';

/** Places shown of one kind of finding; all of them are in the marked workbook. */
const SHOWN = 20;
/** Warnings offered for acceptance on the page at once. */
const OFFERED = 100;

type Table = Checked['map']['files'][number]['tables'][number];
type Finding = NonNullable<Checked['check']>['findings'][number];

/** Hand in files; what lies on the desk. */
export function startPage(desk: Desk): Html {
  const { base, pick, uploads } = desk;
  return html`<form method="post" action="${base}/files" enctype="multipart/form-data">
<div class="drop"><p><label for="files">${pick({ zh: '把花名册拖到这里，或选文件（可以几个一起）：', en: 'Drop the rosters here, or choose files (several at once):' })}</label></p>
<p><input type="file" id="files" name="files" multiple required accept=".xlsx,.xlsm,.xls,.et,.ods,.csv,.tsv,.txt"></p>
<p><button class="main">${pick({ zh: '交上来检查', en: 'Hand in and check' })}</button></p></div></form>
<p>${pick({ zh: '原来的文件不会被改动。', en: 'Your own files are never changed.' })}</p>
${uploads.length === 0 ? '' : onDesk(desk)}
<h2>${pick({ zh: '空白的标准表', en: 'A blank standard workbook' })}</h2>
<form method="post" action="${base}/template" class="actions">${policySelect(desk, desk.policy, false)}<button>${pick({ zh: '生成模板', en: 'Make a template' })}</button></form>`;
}

function onDesk({ base, pick, uploads, checked }: Desk): Html {
  return html`<h2>${pick({ zh: '已经交上来的', en: 'Handed in' })}</h2><ul>${uploads.map(({ name }) => html`<li>${name}</li>`)}</ul>
<div class="actions">${checked === null ? html`<form method="post" action="${base}/check"><button>${pick({ zh: '检查', en: 'Check' })}</button></form>` : html`<a class="button" href="${base}/roster">${pick({ zh: '看结果', en: 'See the result' })}</a>`}
<form method="post" action="${base}/clear"><button>${pick({ zh: '全部拿走，重新开始', en: 'Take all away and start again' })}</button></form></div>`;
}

/** The policies there are, to choose one. */
export function policySelect({ pick, policies }: Desk, chosen: string, mayBeNone: boolean): Html {
  return field(
    pick({ zh: '政策', en: 'Policy' }),
    html`<select name="policy" ${mayBeNone ? '' : 'required'}>${mayBeNone ? html`<option value="">${pick({ zh: '（先不选）', en: '(none yet)' })}</option>` : ''}${policies.map(
      ({ id, name }) => html`<option value="${id}" ${id === chosen ? 'selected' : ''}>${name} ${id}</option>`,
    )}</select>`,
  );
}

/** What was read as what, the findings, the warnings to accept, the files to fetch. */
export function rosterPage(desk: Desk, checked: Checked): Html {
  const { base, pick } = desk;
  const { check, done } = checked;
  if (check === null)
    return html`${said(desk, done)}${readAs(desk, checked)}<p><a href="${base}/">${pick({ zh: '换文件', en: 'Other files' })}</a></p>`;
  const { errors, warnings, infos, accepted } = check.summary;
  const fault = done.code === 2 ? said(desk, { ...done, stdout: '' }) : '';
  return html`${fault}<p role="status"><span class="error">${pick({ zh: `${errors} 处要改`, en: `${errors} to correct` })}</span>，<span class="warning">${pick({ zh: `${warnings} 处请核实`, en: `${warnings} to look at` })}</span>${pick({ zh: `，${infos} 处说明，已核实 ${accepted} 处`, en: `, ${infos} remarks, ${accepted} accepted` })}</p>
${downloads(desk, checked)}
${readAs(desk, checked)}
<h2>${pick({ zh: '问题', en: 'Findings' })}</h2>
${check.findings.length === 0 ? html`<p>${pick({ zh: '没有发现问题。', en: 'Nothing found.' })}</p>` : groups(check.findings).map((group) => findingGroup(desk, checked, group))}
${acceptForm(desk, checked)}
${command(desk, [...done.words, '--annotate', '--fix', `--out=${pick({ zh: '校验', en: 'checked' })}`])}
<p><a class="button" href="${base}/month">${pick({ zh: '下一步：算一个月', en: 'Next: reckon a month' })}</a></p>`;
}

function downloads(desk: Desk, { files }: Checked): Html {
  const { pick } = desk;
  const kind = (name: string): string =>
    /\.校验\.[^.]+$/.test(name)
      ? pick({ zh: '标好的表', en: 'Marked workbook' })
      : /\.修正\.[^.]+$/.test(name)
        ? pick({ zh: '自动改好的一份', en: 'Corrected copy' })
        : pick({ zh: '问题清单', en: 'List of findings' });
  const shown = files.filter(({ name }) => name !== 'accepted.csv');
  return html`<h2>${pick({ zh: '拿走', en: 'Take away' })}</h2><ul class="files">${shown.map(
    (offer) => html`<li><a href="${desk.offer(offer)}" download>${kind(offer.name)}：${offer.name}</a></li>`,
  )}</ul><form method="post" action="${desk.base}/mapping"><button>${pick({ zh: '保存列的对照', en: 'Save how columns are read' })}</button></form>`;
}

/** Each table with its column heads as drop-downs and its first rows. */
function readAs(desk: Desk, { map, rows }: Checked): Html {
  const { base, pick } = desk;
  const all = map.files.flatMap(({ file, tables }) => tables.map((one) => ({ file, one })));
  return html`<h2>${pick({ zh: '读成了什么', en: 'What was read as what' })}</h2>
<form method="post" action="${base}/answers">
${all.map(({ file, one }) => {
  const last = one.header_rows?.at(-1) ?? 0;
  const repeated = (header: string): boolean =>
    all.filter((other) => other.one.columns.some((c) => c.header === header)).length > 1;
  const heads = one.columns.map((column) => columnSelect(desk, one, column, repeated(column.header)));
  const firstRows = [1, 2, 3].map((n) => rows.get(rowKey(file, one.sheet, last + n)));
  const shown = firstRows.flatMap((row) =>
    row === undefined ? [] : [one.columns.map(({ column }) => row.get(column) ?? '')],
  );
  const caption = `${nameOf(desk, file)} / ${one.sheet}：${one.table ?? pick({ zh: '没有认出是哪种表', en: 'not recognised' })}，${one.rows} ${pick({ zh: '行', en: 'rows' })}`;
  return table(caption, heads, shown);
})}
${field(pick({ zh: '收入年度（表里没有这一列时填）', en: 'Income year (where the tables have no such column)' }), html`<input name="year" inputmode="numeric" pattern="[0-9]{4}" size="6" value="${desk.year}">`)}
${policySelect(desk, desk.policy, true)}
<p><button class="main">${pick({ zh: '按这些回答再检查一遍', en: 'Check again with these answers' })}</button></p></form>`;
}

function columnSelect(
  desk: Desk,
  { sheet, table: kind }: Table,
  column: Table['columns'][number],
  repeated: boolean,
): Html {
  const { pick } = desk;
  const key =
    column.header === '' ? `${sheet}!#${column.column}` : repeated ? `${sheet}!${column.header}` : column.header;
  const answered = desk.columns.get(key);
  const fields = fieldsOf(kind);
  const now = answered ?? column.field ?? '';
  const name = column.header === '' ? column.column : column.header;
  return html`<label>${name}<br><select name="column:${key}" aria-label="${pick({ zh: `「${name}」这一列是`, en: `The column ${name} is` })}">
<option value="">${pick({ zh: '（没有用）', en: '(not used)' })}</option>
<option value="不用" ${now === '不用' ? 'selected' : ''}>${pick({ zh: '不用这一列', en: 'leave it out' })}</option>
${fields.map((one) => html`<option ${one === now ? 'selected' : ''}>${one}</option>`)}</select></label>`;
}

function fieldsOf(kind: string | null): string[] {
  const known = TABLE_KINDS.find((one): one is TableKind => one === kind);
  const kinds: readonly TableKind[] =
    known === undefined ? ['住户', '成员'] : known === '成员' ? ['成员', '住户'] : [known];
  return [...new Set(kinds.flatMap((one) => TABLES[one].fields.map(({ header }) => header)))];
}

function groups(findings: readonly Finding[]): Finding[][] {
  const byCode = new Map<string, Finding[]>();
  const order = { error: 0, warning: 1, info: 2 };
  for (const finding of [...findings].sort((a, b) => order[a.severity] - order[b.severity]))
    byCode.set(`${finding.severity}${finding.code}`, [
      ...(byCode.get(`${finding.severity}${finding.code}`) ?? []),
      finding,
    ]);
  return [...byCode.values()];
}

function findingGroup(desk: Desk, checked: Checked, group: readonly Finding[]): Html {
  const { pick } = desk;
  const [first] = group;
  if (first === undefined) return html``;
  const severity = {
    error: pick({ zh: '要改', en: 'correct' }),
    warning: pick({ zh: '请核实', en: 'look at' }),
    info: pick({ zh: '说明', en: 'remark' }),
  }[first.severity];
  return html`<section class="finding"><h3><span class="${first.severity}">${severity}</span> ${first.code}（${group.length}）${first.how}</h3>
<details ${first.severity === 'error' ? 'open' : ''}><summary>${pick({ zh: `看 ${group.length} 处`, en: `show ${group.length}` })}</summary>
${group.slice(0, SHOWN).map((finding) => html`<div><p>${place(desk, finding)} ${finding.message}${finding.effect === 'accepted' ? pick({ zh: '（已核实）', en: ' (accepted)' }) : ''}</p>${rowAround(desk, checked, finding)}</div>`)}
${group.length > SHOWN ? html`<p>${pick({ zh: `还有 ${group.length - SHOWN} 处，都在标好的表里。`, en: `${group.length - SHOWN} more are in the marked workbook.` })}</p>` : ''}</details></section>`;
}

function place(desk: Desk, { file, sheet, cell }: Finding): string {
  return [file === null ? '' : nameOf(desk, file), sheet ?? '', cell ?? ''].filter((part) => part !== '').join(' / ');
}

/** The row of the finding as a small table: the columns beside its cell, the cell itself marked. */
function rowAround(desk: Desk, { map, rows }: Checked, { file, sheet, row, cell }: Finding): Html {
  if (file === null || sheet === null || row === null) return html``;
  const cells = rows.get(rowKey(file, sheet, row));
  const one = map.files.find((other) => other.file === file)?.tables.find((other) => other.sheet === sheet);
  if (cells === undefined || one === undefined) return html``;
  const at = columnNumber(/^[A-Z]+/.exec(cell ?? '')?.[0] ?? 'A');
  const columns = Array.from({ length: 7 }, (_, i) => columnLetters(Math.max(1, at - 3) + i)).filter(
    (letters) => cells.has(letters) || one.columns.some(({ column }) => column === letters),
  );
  const heads = columns.map((letters) => one.columns.find(({ column }) => column === letters)?.header ?? letters);
  return html`<div class="wide" tabindex="0" role="region" aria-label="${place(desk, { file, sheet, row, cell } as Finding)}"><table><thead><tr><th scope="col">${desk.pick({ zh: '行', en: 'row' })}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody><tr><th scope="row">${row}</th>${columns.map((letters) => html`<td class="${columnNumber(letters) === at ? 'hit' : ''}">${cells.get(letters) ?? ''}</td>`)}</tr></tbody></table></div>`;
}

function acceptForm(desk: Desk, { acceptable }: Checked): Html {
  const { base, pick } = desk;
  if (acceptable.length === 0) return html``;
  const rows = acceptable
    .slice(0, OFFERED)
    .map((one: Acceptance, i) => [
      one.code,
      `${one.subject} ${one.content}`,
      html`<input name="reason:${i}" value="${one.reason}" aria-label="${pick({ zh: `第 ${i + 1} 行的核实说明`, en: `reason of row ${i + 1}` })}">`,
    ]);
  return html`<h2>${pick({ zh: '核实过的警告', en: 'Warnings that were looked into' })}</h2>
<form method="post" action="${base}/accept"><p>${pick({ zh: '核对无误的，写明核实说明；错误不能核实，只能改。', en: 'Say what was found; an error cannot be accepted, only corrected.' })}</p>
${field(pick({ zh: '核实人', en: 'Looked into by' }), html`<input name="by" required value="${desk.accepted[0]?.by ?? desk.month.by}">`)}
${table(pick({ zh: '警告', en: 'Warnings' }), [pick({ zh: '代码', en: 'Code' }), pick({ zh: '内容', en: 'What' }), pick({ zh: '核实说明', en: 'Reason' })], rows)}
${acceptable.length > OFFERED ? html`<p>${pick({ zh: '其余的请填在标好的表里。', en: 'The others can be filled in in the marked workbook.' })}</p>` : ''}
<p><button>${pick({ zh: '记下核实，再检查一遍', en: 'Keep them and check again' })}</button></p></form>`;
}

function nameOf(desk: Desk, path: string): string {
  return desk.names().get(path) ?? path.split(/[\\/]/).at(-1) ?? path;
}
