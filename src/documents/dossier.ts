import type { SettledEntitlement, RunResult } from '../batch/run/run-result.js';
import { formatYuanGrouped } from '../domain/money.js';
import type { BusinessRow, HouseholdRow, MemberRow, Roster, ServiceRow, TrainingRow } from '../domain/roster.js';
import type { Finding } from '../findings/finding.js';
import { cellOf, shownFinding } from './run/exceptions-csv.js';
import { html } from './model/html-text.js';
import { maskFreeText, maskHouseholdId, maskValue } from './model/masked-value.js';
import { REPORT_STYLE } from './model/report-style.js';
import type { FindingWords, Stage } from './run/run-document.js';
import { EFFECT_WORDS, SEVERITY_WORDS } from './model/words.js';

/** One line that a household was paid or is to be paid. */
export interface DossierPayment {
  readonly period: string;
  readonly batch: string;
  readonly benefit: string;
  readonly payeeName: string;
  /** 分 */
  readonly amount: number;
  /** In words: 已付, 在途, 退回, 草稿 … */
  readonly state: string;
}

/** What is known of one household. Parts that a run did not make (no policy given) are empty. */
export interface DossierInput {
  readonly householdId: string;
  /** Null when nobody gave a date and the data hold none. */
  readonly asOf: string | null;
  /** Name and number of the policy; null when facts alone are shown. */
  readonly policy: string | null;
  readonly roster: Roster;
  readonly flags: RunResult['flags'];
  readonly settled: readonly SettledEntitlement[];
  readonly findings: RunResult['findings'];
  readonly payments: readonly DossierPayment[];
  readonly words: (finding: Finding) => FindingWords;
  readonly stageText: (stage: Stage) => string;
  readonly flagName: (flag: string) => string;
}

/** `HH0012.html`; characters that no file name may have are replaced, an ID number used as 户编号 is masked. */
export function dossierFileName(householdId: string): string {
  const name = (maskHouseholdId(householdId) ?? '').replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^[.]+/, '_');
  return `${name === '' ? '_' : name}.html`;
}

/**
 * 一户一档: one page of facts, flags, payments and findings of a household, to print and file. Numbers are masked.
 * Gives null when the roster holds nothing of this household.
 */
export function dossierPage(input: DossierInput): string | null {
  const { householdId, roster } = input;
  const own = <T extends { readonly householdId: string | null }>(rows: readonly T[]): T[] =>
    rows.filter((row) => row.householdId === householdId);
  const households = own(roster.rows.住户);
  const members = own(roster.rows.成员);
  const businesses = own(roster.rows.经营);
  if (households.length + members.length + businesses.length === 0) return null;
  const people = new Set(members.map((member) => member.personId).filter((id) => id !== null));
  const concerns = (id: string | null): boolean => id !== null && people.has(id);
  const trainings = roster.rows.培训.filter((row) => row.householdId === householdId || concerns(row.personId));
  const services = roster.rows.服务.filter((row) => concerns(row.personId));

  const head = households[0]?.headName ?? members.find((member) => member.relation === '户主')?.name ?? null;
  const title = `一户一档　${maskHouseholdId(householdId) ?? ''}　${maskFreeText(head ?? '')}`;
  const sections = [
    ...households.map(householdSection),
    section('家庭成员', MEMBER_HEADERS, members.map(memberCells)),
    section('生产经营', BUSINESS_HEADERS, businesses.map(businessCells)),
    section('培训', TRAINING_HEADERS, trainings.map(trainingCells)),
    section('就业服务', SERVICE_HEADERS, services.map(serviceCells)),
    flagSection(input),
    entitlementSection(input, people),
    section('发放记录', PAYMENT_HEADERS, input.payments.map(paymentCells)),
    findingSection(input, people),
  ];
  return (
    '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">' +
    `<title>${html(title)}</title><style>${REPORT_STYLE}</style></head><body><main>` +
    `<header><h1>${html(title)}</h1><p>${input.asOf === null ? '' : `数据截至 ${html(input.asOf)}`}${input.policy === null ? '' : `　依据：${html(input.policy)}`}</p></header>\n` +
    `${sections.filter((each) => each !== '').join('\n')}\n<footer>核对人：＿＿＿＿＿＿＿　日期：＿＿＿＿年＿＿月＿＿日</footer></main></body></html>\n`
  );
}

function householdSection(row: HouseholdRow): string {
  const facts: readonly (readonly [string, string])[] = [
    ['户编号', maskHouseholdId(row.householdId) ?? ''],
    ['户主', maskFreeText(row.headName ?? '')],
    ['户主身份证号', maskValue('身份证号', row.headId ?? '')],
    ['乡镇 社区', `${row.township ?? ''} ${row.community ?? ''}`],
    ['户类型', row.householdType ?? ''],
    ['搬迁批次', row.relocationBatch ?? ''],
    ['家庭人口数', row.size === null ? '' : String(row.size)],
    ['监测对象类别', row.monitoringClass ?? ''],
    ['风险是否消除', yesNo(row.riskCleared)],
    ['年务工收入', yuan(row.wageIncome)],
    ['年经营收入', yuan(row.businessIncome)],
    ['财产性收入', yuan(row.propertyIncome)],
    ['转移性收入', yuan(row.transferIncome)],
    ['生产经营支出', yuan(row.operatingCost)],
    ['人均纯收入', yuan(row.perCapitaIncome)],
    ['上年人均纯收入', yuan(row.lastPerCapitaIncome)],
    ['证明材料', row.evidence ?? ''],
    ['开户银行', row.bankName ?? ''],
    ['银行账号', maskValue('银行账号', row.accountNumber ?? '')],
    ['联系电话', maskValue('联系电话', row.phone ?? '')],
    ['备注', row.remark ?? ''],
  ];
  // Blank is unknown, and is shown as such: an empty cell on paper invites a guess.
  const cells = facts.map(([label, value]) => `<th>${html(label)}</th><td>${html(said(value))}</td>`);
  const rows = Array.from({ length: Math.ceil(cells.length / 3) }, (_, index) =>
    cells.slice(index * 3, index * 3 + 3).join(''),
  );
  return `<section><h2>住户${row.incomeYear === null ? '' : `（${row.incomeYear}收入年度）`}</h2><table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table></section>`;
}

const MEMBER_HEADERS = [
  '姓名',
  '身份证号',
  '与户主关系',
  '劳动技能',
  '在校',
  '就业状态',
  '务工单位',
  '务工所在地',
  '务工月数',
  '年务工收入',
  '证明材料',
];

function memberCells(row: MemberRow): string[] {
  return [
    maskFreeText(row.name ?? ''),
    maskValue('身份证号', row.personId ?? ''),
    row.relation ?? '',
    row.labourSkill ?? '',
    row.schooling ?? '',
    row.employmentStatus ?? '',
    row.employer ?? '',
    row.workPlace ?? '',
    row.workMonths === null ? '' : String(row.workMonths),
    yuan(row.wageIncome),
    row.evidence ?? '',
  ];
}

const BUSINESS_HEADERS = [
  '经营者',
  '主体类型',
  '主体名称',
  '统一社会信用代码',
  '登记日期',
  '经营状态',
  '年经营收入',
  '证明材料',
];

function businessCells(row: BusinessRow): string[] {
  return [
    maskFreeText(row.name ?? ''),
    row.kind ?? '',
    row.businessName ?? '',
    row.creditCode ?? '',
    row.registeredOn ?? '',
    row.status ?? '',
    yuan(row.income),
    row.evidence ?? '',
  ];
}

const TRAINING_HEADERS = ['姓名', '培训类别', '培训机构', '课程', '开始', '结束', '天数', '是否合格'];

function trainingCells(row: TrainingRow): string[] {
  return [
    maskFreeText(row.name ?? ''),
    row.kind ?? '',
    row.institution ?? '',
    row.course ?? '',
    row.startedOn ?? '',
    row.endedOn ?? '',
    row.days === null ? '' : String(row.days),
    yesNo(row.passed),
  ];
}

const SERVICE_HEADERS = ['姓名', '服务类别', '日期', '结果', '说明'];

function serviceCells(row: ServiceRow): string[] {
  return [maskFreeText(row.name ?? ''), row.kind ?? '', row.date ?? '', row.result ?? '', maskFreeText(row.note ?? '')];
}

function flagSection({ flags, householdId, flagName }: DossierInput): string {
  const rows = flags
    .filter((flag) => flag.householdId === householdId)
    .map((flag) => [
      flagName(flag.flag),
      flag.status === 'yes' ? '是' : '待核实',
      flag.value ?? '',
      flag.threshold ?? '',
      maskFreeText(flag.reason),
      flag.clause,
    ]);
  return section('监测与就业认定', ['事项', '结果', '现值', '标准', '原因', '依据'], rows);
}

const OUTCOMES = {
  entitled: '可享受',
  'not-eligible': '不符合条件',
  undecided: '无法判定',
  'outside-window': '不在执行期内',
} as const;

function entitlementSection(input: DossierInput, people: ReadonlySet<string>): string {
  const rows = input.settled
    .filter(({ entitlement }) => entitlement.householdId === input.householdId || people.has(entitlement.payee.id))
    .map(({ entitlement, heldBy, stages, paidBefore, amount }) => [
      entitlement.benefit,
      maskFreeText(entitlement.payee.name),
      heldBy.length > 0 ? `暂停发放（${heldBy.join('、')}）` : OUTCOMES[entitlement.outcome],
      yuan(entitlement.amount),
      yuan(paidBefore),
      yuan(amount),
      stages.map((stage) => maskFreeText(input.stageText(stage))).join('；'),
      entitlement.clause,
    ]);
  return section('本次核算', ['项目', '享受人', '结果', '核定', '此前已发', '本次', '怎么算的', '依据'], rows);
}

const PAYMENT_HEADERS = ['月份', '批次', '项目', '收款人', '金额', '状态'];

function paymentCells(payment: DossierPayment): string[] {
  return [
    payment.period,
    payment.batch,
    payment.benefit,
    maskFreeText(payment.payeeName),
    yuan(payment.amount),
    payment.state,
  ];
}

function findingSection(input: DossierInput, people: ReadonlySet<string>): string {
  const shown = shownFinding(false);
  const rows = input.findings
    .filter(
      ({ finding: { subject } }) =>
        subject.household === input.householdId || (subject.person !== null && people.has(subject.person)),
    )
    .map(({ finding, effect }) => {
      const text = input.words(finding);
      return [
        SEVERITY_WORDS[finding.severity],
        finding.code,
        `${finding.place.sheet ?? ''} ${cellOf(finding) ?? ''}`.trim(),
        shown.text(text.what),
        shown.text(text.how),
        EFFECT_WORDS[effect],
      ];
    });
  return section('发现的问题', ['级别', '编号', '位置', '问题', '怎么改', '影响'], rows);
}

/** A heading with a table; nothing when there are no rows. */
function section(title: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = headers.map((header) => `<th>${html(header)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${html(said(cell))}</td>`).join('')}</tr>`).join('');
  return `<section><h2>${html(title)}</h2><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></section>`;
}

/** Any column may hold a number in its text; nothing leaves without passing here. */
function said(text: string): string {
  return text.trim() === '' ? '未填' : maskFreeText(text);
}

function yuan(amount: number | null): string {
  return amount === null ? '' : formatYuanGrouped(amount);
}

function yesNo(value: boolean | null): string {
  return value === null ? '' : value ? '是' : '否';
}
