import { BUSINESS_KINDS, ORGANISATION_KINDS, TRAINING_KINDS, WORKER_CATEGORIES } from '../../domain/listed-words.js';
import type { BankAccount, Roster, RosterRows, RowReference, TableKind } from '../../domain/roster.js';

import { CaseCells, type CaseCell, type CaseCellProblem } from './case-cells.js';

type Builder<Row> = (cells: CaseCells, at: RowReference) => Row;

function account(cells: CaseCells): BankAccount {
  return {
    bankName: cells.text('开户银行'),
    accountName: cells.text('账户名称'),
    accountNumber: cells.text('银行账号'),
  };
}

/** The standard headers of every table, as records. */
const BUILDERS: { readonly [K in TableKind]: Builder<RosterRows[K]> } = {
  住户: (c, at) => ({
    ...at,
    ...account(c),
    householdId: c.text('户编号') ?? 'H1',
    headName: c.text('户主姓名') ?? '张三',
    headId: c.id('户主身份证号'),
    township: c.text('乡镇'),
    community: c.text('社区'),
    householdType: c.text('户类型'),
    relocationBatch: c.text('搬迁批次'),
    size: c.whole('家庭人口数'),
    incomeYear: c.whole('收入年度'),
    wageIncome: c.yuan('年务工收入'),
    businessIncome: c.yuan('年经营收入'),
    propertyIncome: c.yuan('财产性收入'),
    transferIncome: c.yuan('转移性收入'),
    operatingCost: c.yuan('生产经营支出'),
    perCapitaIncome: c.yuan('人均纯收入'),
    lastPerCapitaIncome: c.yuan('上年人均纯收入'),
    monitoringClass: c.text('监测对象类别'),
    riskCleared: c.yesNo('风险是否消除'),
    evidence: c.text('证明材料'),
    phone: c.text('联系电话'),
    remark: c.text('备注'),
    unavoidableCost: c.yuan('自付刚性支出'),
    riskKind: c.text('风险类型'),
    identifiedOn: c.date('识别日期'),
    clearedOn: c.date('消除日期'),
    aid: c.text('低保或特困'),
    responsible: c.text('帮扶责任人'),
  }),
  成员: (c, at) => ({
    ...at,
    ...account(c),
    householdId: c.text('户编号') ?? 'H1',
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    relation: c.text('与户主关系'),
    labourSkill: c.text('劳动技能'),
    schooling: c.text('在校生状况'),
    health: c.text('健康状况'),
    employmentStatus: c.text('就业状态'),
    employer: c.text('务工单位'),
    workPlace: c.text('务工所在地'),
    workStart: c.date('务工开始日期'),
    workEnd: c.date('务工结束日期'),
    workMonths: c.whole('务工月数'),
    monthlyWage: c.yuan('月工资'),
    wageIncome: c.yuan('年务工收入'),
    labourContract: c.yesNo('签订劳动合同'),
    socialInsurance: c.yesNo('缴纳社会保险'),
    evidence: c.text('证明材料'),
    skill: c.text('技能'),
    workWish: c.yesNo('就业意愿'),
    trainingWish: c.yesNo('培训意愿'),
    gender: c.text('性别'),
    age: null,
    birthDate: null,
    phone: null,
  }),
  经营: (c, at) => ({
    ...at,
    ...account(c),
    householdId: c.text('户编号') ?? 'H1',
    name: c.text('经营者姓名') ?? '张三',
    personId: c.id('经营者身份证号'),
    kind: c.listed('主体类型', BUSINESS_KINDS),
    businessName: c.text('主体名称'),
    creditCode: c.text('统一社会信用代码'),
    registeredOn: c.date('登记日期'),
    status: c.text('经营状态'),
    income: c.yuan('年经营收入'),
    jobsCreated: c.whole('带动就业人数'),
    firstBusiness: c.yesNo('首次创业'),
    returnee: c.yesNo('返乡创业人员'),
    evidence: c.text('证明材料'),
  }),
  单位: (c, at) => ({
    ...at,
    ...account(c),
    name: c.text('单位名称'),
    creditCode: c.id('统一社会信用代码'),
    kind: c.listed('单位类型', ORGANISATION_KINDS),
    recognisedOn: c.date('认定日期'),
    recognitionNumber: c.text('认定文号'),
    posts: c.whole('岗位总数'),
    owner: c.text('法定代表人'),
    ownerId: c.id('法定代表人身份证号'),
  }),
  用工: (c, at) => ({
    ...at,
    organisationName: c.text('单位名称'),
    creditCode: c.text('统一社会信用代码'),
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    category: c.listed('人员类别', WORKER_CATEGORIES),
    hiredOn: c.date('入职日期'),
    leftOn: c.date('离职日期'),
    gender: c.text('性别'),
  }),
  劳务输出: (c, at) => ({
    ...at,
    brokerName: c.text('中介名称'),
    brokerCode: c.id('中介代码'),
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    registeredCounty: c.text('户籍县区'),
    employer: c.text('用工单位'),
    startedOn: c.date('开始日期'),
    endedOn: c.date('结束日期'),
  }),
  培训: (c, at) => ({
    ...at,
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    householdId: c.text('户编号'),
    kind: c.listed('培训类别', TRAINING_KINDS),
    institution: c.text('培训机构'),
    institutionCode: c.text('机构代码'),
    course: c.text('课程'),
    startedOn: c.date('开始日期'),
    endedOn: c.date('结束日期'),
    days: c.whole('培训天数'),
    passed: c.yesNo('是否合格'),
    certificate: c.text('证书'),
  }),
  服务: (c, at) => ({
    ...at,
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    kind: c.text('服务类别'),
    date: c.date('日期'),
    result: c.text('结果'),
    note: c.text('说明'),
  }),
  申请: (c, at) => ({
    ...at,
    ...account(c),
    householdId: c.text('户编号'),
    name: c.text('姓名'),
    personId: c.id('身份证号'),
    item: c.text('补贴项目'),
    quantity: c.quantity('数量'),
    unit: c.text('单位'),
    amount: c.yuan('金额'),
    level: c.text('等级'),
    from: c.date('起始年月'),
    until: c.date('截止年月'),
    months: c.whole('月数'),
    premium: c.yuan('缴费金额'),
    evidence: c.text('证明材料'),
  }),
  安置点: (c, at) => ({
    ...at,
    name: c.text('安置点'),
    township: c.text('乡镇'),
    population: c.whole('人口'),
    formerPoor: c.whole('脱贫人口'),
    workshopPosts: c.whole('车间岗位数'),
    workshopMovers: c.whole('车间搬迁务工人数'),
    workshopMinutes: c.whole('车间距离分钟'),
    willingHouseholds: c.whole('有意愿务工户数'),
    willingPersons: c.whole('有意愿务工人数'),
    teamSize: c.whole('工作队人数'),
  }),
  指标填报: (c, at) => ({
    ...at,
    clause: c.text('条款编号'),
    subject: c.text('对象'),
    value: c.text('指标值'),
    unit: c.text('单位'),
    date: c.date('日期'),
    note: c.text('说明'),
  }),
};

export type CaseTables = { readonly [K in TableKind]: readonly Readonly<Record<string, CaseCell>>[] };

export interface CaseRowProblem extends CaseCellProblem {
  readonly table: TableKind;
  readonly row: number;
}

export interface CaseRoster {
  readonly roster: Roster;
  readonly problems: readonly CaseRowProblem[];
}

/**
 * The rows of a case as a roster. A row with the cell `×` = n stands for n rows: `#` in its cells becomes their number,
 * so that a workshop of a hundred takes one line.
 */
export function caseRoster(tables: CaseTables): CaseRoster {
  const problems: CaseRowProblem[] = [];
  const sources: Roster['tables'][number][] = [];
  function build<K extends TableKind>(kind: K): RosterRows[K][] {
    const given = tables[kind].flatMap(repeated);
    if (given.length === 0) return [];
    const table = sources.length;
    const columns = new Map<string, { column: number; header: string }>();
    const rows = given.map((cells, i) => {
      const reader = new CaseCells(cells);
      const row = BUILDERS[kind](reader, { table, row: i + 2 });
      for (const header of reader.asked)
        if (!columns.has(header)) columns.set(header, { column: columns.size, header });
      const unknown = reader.unknownHeaders().map((header) => ({
        header,
        zh: `${kind}表没有「${header}」这一列`,
        en: `the table ${kind} has no column ${header}`,
      }));
      for (const problem of [...reader.problems, ...unknown]) problems.push({ ...problem, table: kind, row: i });
      return row;
    });
    sources.push({ index: table, file: 'case', sheet: kind, kind, headerRows: [1, 1], columns, rows: rows.length });
    return rows;
  }
  const [住户, 成员, 经营, 单位, 用工] = [build('住户'), build('成员'), build('经营'), build('单位'), build('用工')];
  const [劳务输出, 培训, 服务] = [build('劳务输出'), build('培训'), build('服务')];
  const [安置点, 申请, 指标填报] = [build('安置点'), build('申请'), build('指标填报')];
  const rows = { 住户, 成员, 经营, 单位, 用工, 劳务输出, 培训, 服务, 安置点, 申请, 指标填报 };
  return { roster: { tables: sources, rows }, problems };
}

function repeated(cells: Readonly<Record<string, CaseCell>>): Readonly<Record<string, CaseCell>>[] {
  const times = cells['×'];
  if (times === undefined) return [cells];
  const rest = Object.entries(cells).filter(([header]) => header !== '×');
  return Array.from({ length: Number(times) }, (_, i) =>
    Object.fromEntries(
      rest.map(([header, cell]) => [header, typeof cell === 'string' ? cell.replace(/#$/, `#${i + 1}`) : cell]),
    ),
  );
}
