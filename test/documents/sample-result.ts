import type { AssessedFinding, ReadingImpact, RunResult, SettledEntitlement } from '../../src/batch/run/run-result.js';
import type { PayoutLine } from '../../src/domain/payout.js';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import type { RosterRows, TableSource } from '../../src/domain/roster.js';
import { NOBODY, NOWHERE, type Finding } from '../../src/findings/finding.js';
import type { RunDocumentInput } from '../../src/documents/run/run-document.js';

type Pack = RunResult['pack'];

export interface SampleOptions {
  readonly households?: number;
  readonly communities?: readonly string[];
  readonly findings?: number;
}

const COMMUNITIES = ['永利社区', '清水营社区', '甜水河村'];
const SURNAMES = ['王', '李', '马', '张', '杨', '刘', '陈', '赵', '吴', '欧阳', '买买提·艾', '𠮷'];
const GIVEN = ['建国', '秀英', '小军', '晓燕', '志强', '桂兰', '文', '海龙', '䶮', '思源'];
const BANKS = ['宁夏农村商业银行宁东支行', '中国农业银行灵武支行', '宁夏黄河农村商业银行'];

export function inventedId(index: number): string {
  const birth = 19500101 + (index % 45) * 10_000 + (index % 12) * 100 + (index % 28);
  const first17 = `640181${birth}${String(index % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
}

export function inventedAccount(index: number): string {
  return `6228480${String(1_000_000_000_00 + index * 7).padStart(12, '0')}`;
}

export function inventedName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length] ?? '王'}${GIVEN[Math.floor(index / 3) % GIVEN.length] ?? '文'}`;
}

/** A made-up month of bonuses: paid, held, cut, undecided and refused households, findings, flags, changes. */
export function sampleResult(options: SampleOptions = {}): RunResult {
  const count = options.households ?? 64;
  const communities = options.communities ?? COMMUNITIES;
  const pack = samplePack();
  const settled: SettledEntitlement[] = [];
  const lines: PayoutLine[] = [];
  for (let index = 0; index < count; index++) {
    const community = communities[Math.floor((index * communities.length) / count)] ?? null;
    for (const benefit of pack.benefits) settled.push(settle(index, benefit.id, benefit.name, community, lines, pack));
  }
  const findings = sampleFindings(options.findings ?? 12);
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  return {
    content: {
      batchId: 'ningdong-2023-62.2024-11.main',
      policyId: pack.id,
      policyVersion: pack.version,
      packHash: 'a'.repeat(64),
      period: '2024-11',
      name: 'main',
      asOf: '2024-11-30',
      readings: { 'income-year': 'oct-sep' },
      parameters: {},
      lines,
      total,
      contentHash: '3f'.repeat(32),
      reissueOf: null,
    },
    pack,
    roster: {
      tables: [sampleTable()],
      rows: {
        住户: [],
        成员: [],
        经营: [],
        单位: [],
        用工: [],
        劳务输出: [],
        培训: [],
        服务: [],
        安置点: [],
        申请: [],
        指标填报: [],
      } satisfies { [K in keyof RosterRows]: RosterRows[K][] },
    },
    settled,
    findings,
    flags: Array.from({ length: Math.ceil(count / 8) }, (_, i) => sampleFlag(i, communities)),
    flagsNotRun: [],
    targets: [
      {
        target: 'zero-employment-cleared',
        status: 'missed',
        clause: '二（一）',
        scope: '全镇',
        value: '97.50',
        goal: '100',
        numerator: '117',
        denominator: '120',
        reason: '还有 3 户零就业家庭',
        whole: true,
        subjects: [],
      },
    ],
    checks: [
      { code: 'CEL-02', status: 'found', found: 4, reason: null },
      { code: 'ROW-03', status: 'passed', found: 0, reason: null },
      { code: 'HHD-07', status: 'not-run', found: 0, reason: 'column:务工月数' },
    ],
    changes: [
      change('新增', 3, null, 200_000),
      change('新增', 5, null, 300_000),
      change('退出', 901, 200_000, null),
      { ...change('变更', 7, 200_000, 200_000), accountChanged: true, note: '收款账号与上次不同' },
      change('变更', 9, 200_000, 400_000),
    ],
    impacts: [impact()],
    totals: pack.benefits.map((benefit) => {
      const own = lines.filter((line) => line.benefitId === benefit.id);
      return {
        benefitId: benefit.id,
        benefit: benefit.name,
        lines: own.length,
        amount: own.reduce((sum, line) => sum + line.amount, 0),
      };
    }),
    counts: {
      households: count,
      members: count * 3,
      paidPayees: new Set(lines.map((line) => line.payee.id)).size,
      lines: lines.length,
      heldHouseholds: 3,
      errors: findings.filter((each) => each.finding.severity === 'error').length,
      warnings: findings.filter((each) => each.finding.severity === 'warning').length,
      accepted: 0,
      infos: findings.filter((each) => each.finding.severity === 'info').length,
    },
  };
}

function settle(
  index: number,
  benefitId: string,
  benefit: string,
  community: string | null,
  lines: PayoutLine[],
  pack: Pack,
): SettledEntitlement {
  const employment = benefitId === 'employment-bonus';
  const outcome =
    index % 11 === 3 ? 'undecided' : (employment ? index % 5 === 4 : index % 3 !== 0) ? 'not-eligible' : 'entitled';
  const heldBy = index % 17 === 5 ? ['CEL-02'] : [];
  const amount = outcome === 'entitled' ? 200_000 + 100_000 * (index % 4) : 0;
  const paidBefore = index % 13 === 2 ? 100_000 : 0;
  const cut = !employment && index % 7 === 0;
  const paid = heldBy.length > 0 ? 0 : Math.max(0, amount - paidBefore - (cut ? 100_000 : 0));
  const payee = {
    kind: 'household',
    id: `HH${String(index + 1).padStart(4, '0')}`,
    name: inventedName(index),
  } as const;
  const account = {
    bankName: BANKS[index % 3] ?? null,
    accountName: payee.name,
    accountNumber: inventedAccount(index),
  };
  const clause = `${pack.document.number} 二（三）${employment ? '2' : '3'}`;
  const place = { township: '宁东镇', community, incomeYear: 2024, householdId: payee.id, idNumber: inventedId(index) };
  const cutBy = cut && amount > 0 ? ['pool:bonus-total'] : [];
  const lineNo = paid > 0 ? lines.length + 1 : null;
  const stages = [
    {
      stage: 'eligible',
      before: null,
      after: null,
      because: 'enough-income',
      clause: '二（三）2',
      values: { wages: '24000.00', size: 3, evidence: `证明 ${inventedId(index)}` },
      cells: [{ table: 0, row: index + 4, field: 'wageIncome' }],
    },
    { stage: 'payable', before: amount, after: paid, because: 'payable', values: {}, clause: '二（三）2', cells: [] },
  ] as const;
  if (lineNo !== null)
    lines.push({
      lineNo,
      policyId: pack.id,
      benefitId,
      benefit,
      payee,
      ...place,
      entitlement: amount,
      paidBefore,
      cutBy,
      amount: paid,
      account,
      clause,
      basis: '务工收入24000.00元，3人，户均线24000.00元，2000+1000×0=2000.00元',
      charges: [],
    });
  return {
    entitlement: {
      benefitId,
      benefit,
      payee,
      ...place,
      outcome,
      amount,
      stages,
      limits: [],
      account,
      clause,
      quote: '人均稳定就业收入达到8000元的家庭，一次性给予2000元的奖励',
      shortBy: outcome === 'not-eligible' ? 123_400 : null,
    },
    heldBy,
    paidBefore,
    cutBy,
    amount: paid,
    stages,
    lineNo,
  };
}

function sampleFindings(count: number): AssessedFinding[] {
  const kinds: readonly Pick<Finding, 'code' | 'severity'>[] = [
    { code: 'CEL-02', severity: 'error' },
    { code: 'HHD-01', severity: 'error' },
    { code: 'BNK-03', severity: 'warning' },
    { code: 'CEL-20', severity: 'info' },
  ];
  return Array.from({ length: count }, (_, index): AssessedFinding => {
    const kind = kinds[index % kinds.length] ?? { code: 'CEL-02', severity: 'error' };
    const finding: Finding = {
      ...kind,
      place: {
        ...NOWHERE,
        file: 'rosters/宁东镇名册.xlsx',
        sheet: '住户',
        row: index + 4,
        column: index % 2 === 0 ? 2 : 22,
        header: index % 2 === 0 ? '户主身份证号' : '银行账号',
      },
      subject: {
        household: `HH${String(index + 1).padStart(4, '0')}`,
        person: inventedId(index),
        organisation: null,
        name: inventedName(index),
      },
      value: index % 2 === 0 ? inventedId(index) : inventedAccount(index),
      params: {},
      related: [],
    };
    return { finding, effect: kind.severity === 'error' ? 'held' : kind.severity === 'warning' ? 'paid' : 'ignored' };
  }).concat([
    {
      finding: {
        code: 'FIL-07',
        severity: 'warning',
        place: { ...NOWHERE, file: 'rosters/宁东镇名册.xlsx' },
        subject: NOBODY,
        value: '=1+1',
        params: {},
        related: [],
      },
      effect: 'ignored',
    },
  ]);
}

function sampleFlag(index: number, communities: readonly string[]): RunResult['flags'][number] {
  const flag = ['under-threshold', 'zero-employment', 'no-stable-employment'][index % 3] ?? 'no-labour';
  const under = flag === 'under-threshold';
  return {
    flag,
    role: under ? 'under-line' : flag === 'zero-employment' ? flag : null,
    status: index % 5 === 4 ? 'undecided' : 'yes',
    householdId: `HH${String(index * 8 + 1).padStart(4, '0')}`,
    headName: inventedName(index * 8),
    township: '宁东镇',
    community: communities[index % communities.length] ?? null,
    value: under ? '6820.00' : null,
    threshold: under ? '8000.00' : null,
    gap: under ? '1180.00' : null,
    clause: '二（一）',
    reason: under ? '人均纯收入低于监测线' : '有劳动能力的成员无人就业',
  };
}

function change(
  kind: '新增' | '退出' | '变更',
  index: number,
  before: number | null,
  after: number | null,
): RunResult['changes'][number] {
  return {
    change: kind,
    payeeKind: 'household',
    payeeId: `HH${String(index).padStart(4, '0')}`,
    payeeName: inventedName(index),
    benefitId: 'employment-bonus',
    benefit: '稳定就业奖励',
    before,
    after,
    accountChanged: false,
    note: '',
  };
}

function impact(): ReadingImpact {
  return {
    reading: 'business-steps',
    question: '创业奖励的增奖按什么收入计算',
    chosen: 'both',
    alternative: 'farming-only',
    payees: 4,
    difference: -500_000,
  };
}

function sampleTable(): TableSource {
  return {
    index: 0,
    file: 'rosters/宁东镇名册.xlsx',
    sheet: '住户',
    kind: '住户',
    headerRows: [2, 3],
    rows: 64,
    columns: new Map([
      ['householdId', { column: 0, header: '户编号' }],
      ['wageIncome', { column: 9, header: '年务工收入（元）' }],
    ]),
  };
}

function samplePack(): Pack {
  const cited = { clause: '二（三）2', quote: '人均稳定就业收入达到8000元的家庭' };
  const bonus = (id: string, name: string): Pack['benefits'][number] => ({
    id,
    name,
    nameEn: id,
    ...cited,
    for: { each: 'household' },
    conditions: [],
    metInWindow: false,
    every: 'income-year',
    rule: { kind: 'flat', amount: 'bonus' } as unknown as Pack['benefits'][number]['rule'],
  });
  return {
    format: 'butie-pack/1',
    id: 'ningdong-2023-62',
    version: '1.0.0',
    name: '宁东镇促进搬迁群众稳定就业创业奖励',
    nameEn: 'Ningdong bonuses',
    document: {
      number: '宁东镇党发〔2023〕62号',
      title: '宁东镇关于促进搬迁群众稳定就业增收的实施方案',
      issuer: '中共宁东镇委员会',
      status: 'in-force',
    },
    home: { province: '宁夏', county: '灵武市' },
    window: { from: '2022-10-01', to: '2025-09-30', ...cited },
    time: 'income-year',
    parameters: {},
    readings: [
      {
        id: 'income-year',
        ...cited,
        question: '收入年度从哪一天算起',
        questionEn: 'Income year',
        default: 'oct-sep',
        reason: '文件写明上年10月至当年9月',
        reasonEn: '',
        choices: [
          { id: 'oct-sep', effect: '上年10月1日至当年9月30日', effectEn: '' },
          { id: 'calendar', effect: '当年1月1日至12月31日', effectEn: '' },
        ],
      },
      {
        id: 'business-steps',
        ...cited,
        question: '创业奖励的增奖按什么收入计算',
        questionEn: '',
        default: 'both',
        reason: '条文未区分',
        reasonEn: '',
        choices: [
          { id: 'both', effect: '经营主体和种植养殖收入合并计算', effectEn: '' },
          { id: 'farming-only', effect: '只按种植养殖收入计算', effectEn: '' },
        ],
      },
    ],
    prices: {},
    placeClasses: [],
    benefits: [bonus('employment-bonus', '稳定就业奖励'), bonus('business-bonus', '自主创业奖励')],
    pools: [
      {
        id: 'bonus-total',
        name: '两项奖励合计封顶',
        nameEn: '',
        ...cited,
        of: 'payee',
        most: 'cap',
        every: 'life',
        order: ['employment-bonus', 'business-bonus'],
      },
    ],
    flags: [
      {
        kind: 'condition',
        id: 'zero-employment',
        name: '零就业家庭',
        nameEn: '',
        ...cited,
        role: 'zero-employment',
        when: 'x',
      },
      {
        kind: 'below-line',
        id: 'under-threshold',
        name: '收入低于监测线',
        role: 'under-line',
        nameEn: '',
        ...cited,
        base: 'x',
        heads: 'x',
        line: 'x',
      },
      { kind: 'condition', id: 'no-stable-employment', name: '就业不稳定', nameEn: '', ...cited, when: 'x' },
    ],
    targets: [],
    lists: {},
    catalogue: [],
    checks: [],
    ledgers: [],
    calendar: [],
    duty: {},
    unmodelled: [
      {
        clause: '三（二）',
        quote: '对弄虚作假套取奖励资金的，依规依纪追回',
        reason: '追回由镇纪检部门决定，程序只记账',
        reasonEn: '',
      },
    ],
    cases: [],
  };
}

export function sampleInput(options: SampleOptions = {}, more: Partial<RunDocumentInput> = {}): RunDocumentInput {
  return {
    result: sampleResult(options),
    origin: {
      toolVersion: '0.1.0',
      state: 'draft',
      options: {},
      inputs: [{ file: 'rosters/宁东镇名册.xlsx', sha256: 'b'.repeat(64) }],
    },
    lang: 'zh',
    reveal: false,
    words: (finding) => ({
      name: 'sample-check',
      title: finding.code === 'CEL-02' ? '身份证号校验码不对' : '示例问题',
      what: `身份证号应为18位有效号码，现为${finding.value ?? '空'}`,
      why: '无法确认发放对象，本户本批次暂停发放',
      how: '对照身份证原件改正后重新提交',
    }),
    cellText: (use) => `宁东镇名册.xlsx / 住户!J${use.row}`,
    cellValue: ({ field }) => ({ field, value: '12000.00' }),
    readingsOf: () => [],
    heldBecause: () => [],
    stageText: (stage) => stage.because,
    payeeKey: () => '0123456789abcdef',
    ...more,
  };
}
