import type { CheckExample } from '../../src/checks/define-check.js';
import type { Roster, SourceColumn, TableKind, TableSource } from '../../src/domain/roster.js';
import { TABLE_KINDS } from '../../src/domain/roster.js';

type Kind = 'text' | 'count' | 'money' | 'date' | 'yes-no';

const ACCOUNT: Record<string, readonly [string, Kind]> = {
  开户银行: ['bankName', 'text'],
  账户名称: ['accountName', 'text'],
  银行账号: ['accountNumber', 'text'],
};

/** Standard header → property and type of the record, table by table (CONTRACT §3). */
const FIELDS: Record<TableKind, Record<string, readonly [string, Kind]>> = {
  住户: {
    户编号: ['householdId', 'text'],
    户主姓名: ['headName', 'text'],
    户主身份证号: ['headId', 'text'],
    乡镇: ['township', 'text'],
    社区: ['community', 'text'],
    户类型: ['householdType', 'text'],
    搬迁批次: ['relocationBatch', 'text'],
    家庭人口数: ['size', 'count'],
    收入年度: ['incomeYear', 'count'],
    年务工收入: ['wageIncome', 'money'],
    年经营收入: ['businessIncome', 'money'],
    财产性收入: ['propertyIncome', 'money'],
    转移性收入: ['transferIncome', 'money'],
    生产经营支出: ['operatingCost', 'money'],
    人均纯收入: ['perCapitaIncome', 'money'],
    上年人均纯收入: ['lastPerCapitaIncome', 'money'],
    监测对象类别: ['monitoringClass', 'text'],
    风险是否消除: ['riskCleared', 'yes-no'],
    证明材料: ['evidence', 'text'],
    ...ACCOUNT,
    联系电话: ['phone', 'text'],
    备注: ['remark', 'text'],
  },
  成员: {
    户编号: ['householdId', 'text'],
    姓名: ['name', 'text'],
    身份证号: ['personId', 'text'],
    与户主关系: ['relation', 'text'],
    劳动技能: ['labourSkill', 'text'],
    在校生状况: ['schooling', 'text'],
    健康状况: ['health', 'text'],
    就业状态: ['employmentStatus', 'text'],
    务工单位: ['employer', 'text'],
    务工所在地: ['workPlace', 'text'],
    务工开始日期: ['workStart', 'date'],
    务工结束日期: ['workEnd', 'date'],
    务工月数: ['workMonths', 'count'],
    月工资: ['monthlyWage', 'money'],
    年务工收入: ['wageIncome', 'money'],
    签订劳动合同: ['labourContract', 'yes-no'],
    缴纳社会保险: ['socialInsurance', 'yes-no'],
    证明材料: ['evidence', 'text'],
    技能: ['skill', 'text'],
    就业意愿: ['workWish', 'yes-no'],
    培训意愿: ['trainingWish', 'yes-no'],
    ...ACCOUNT,
    性别: ['gender', 'text'],
    年龄: ['age', 'count'],
    出生日期: ['birthDate', 'date'],
    联系电话: ['phone', 'text'],
  },
  经营: {
    户编号: ['householdId', 'text'],
    经营者姓名: ['name', 'text'],
    经营者身份证号: ['personId', 'text'],
    主体类型: ['kind', 'text'],
    主体名称: ['businessName', 'text'],
    统一社会信用代码: ['creditCode', 'text'],
    登记日期: ['registeredOn', 'date'],
    经营状态: ['status', 'text'],
    年经营收入: ['income', 'money'],
    带动就业人数: ['jobsCreated', 'count'],
    首次创业: ['firstBusiness', 'yes-no'],
    返乡创业人员: ['returnee', 'yes-no'],
    证明材料: ['evidence', 'text'],
    ...ACCOUNT,
  },
  单位: {
    单位名称: ['name', 'text'],
    统一社会信用代码: ['creditCode', 'text'],
    单位类型: ['kind', 'text'],
    认定日期: ['recognisedOn', 'date'],
    认定文号: ['recognitionNumber', 'text'],
    岗位总数: ['posts', 'count'],
    ...ACCOUNT,
  },
  用工: {
    单位名称: ['organisationName', 'text'],
    统一社会信用代码: ['creditCode', 'text'],
    姓名: ['name', 'text'],
    身份证号: ['personId', 'text'],
    人员类别: ['category', 'text'],
    入职日期: ['hiredOn', 'date'],
    离职日期: ['leftOn', 'date'],
    性别: ['gender', 'text'],
  },
  劳务输出: {
    中介名称: ['brokerName', 'text'],
    中介代码: ['brokerCode', 'text'],
    姓名: ['name', 'text'],
    身份证号: ['personId', 'text'],
    户籍县区: ['registeredCounty', 'text'],
    用工单位: ['employer', 'text'],
    开始日期: ['startedOn', 'date'],
    结束日期: ['endedOn', 'date'],
  },
  培训: {
    姓名: ['name', 'text'],
    身份证号: ['personId', 'text'],
    户编号: ['householdId', 'text'],
    培训类别: ['kind', 'text'],
    培训机构: ['institution', 'text'],
    机构代码: ['institutionCode', 'text'],
    课程: ['course', 'text'],
    开始日期: ['startedOn', 'date'],
    结束日期: ['endedOn', 'date'],
    培训天数: ['days', 'count'],
    是否合格: ['passed', 'yes-no'],
    证书: ['certificate', 'text'],
  },
  服务: {
    姓名: ['name', 'text'],
    身份证号: ['personId', 'text'],
    服务类别: ['kind', 'text'],
    日期: ['date', 'date'],
    结果: ['result', 'text'],
    说明: ['note', 'text'],
  },
  安置点: {
    安置点: ['name', 'text'],
    乡镇: ['township', 'text'],
    人口: ['population', 'count'],
    脱贫人口: ['formerPoor', 'count'],
    车间岗位数: ['workshopPosts', 'count'],
    车间搬迁务工人数: ['workshopMovers', 'count'],
    车间距离分钟: ['workshopMinutes', 'count'],
    有意愿务工户数: ['willingHouseholds', 'count'],
    有意愿务工人数: ['willingPersons', 'count'],
    工作队人数: ['teamSize', 'count'],
  },
  指标填报: {
    条款编号: ['clause', 'text'],
    对象: ['subject', 'text'],
    指标值: ['value', 'text'],
    单位: ['unit', 'text'],
    日期: ['date', 'date'],
    说明: ['note', 'text'],
  },
};

/**
 * A roster straight from example rows: one sheet a table, header in row 1, columns in the order in which they appear.
 * Values must be clean; what unclean cells become is the business of the table reader and its own tests.
 */
export function exampleRoster(tables: CheckExample['tables']): Roster {
  const sources: TableSource[] = [];
  const rows: Record<string, unknown[]> = {};
  for (const kind of TABLE_KINDS) {
    const given = tables[kind];
    rows[kind] = [];
    if (given === undefined) continue;
    const headers = [...new Set(given.flatMap((row) => Object.keys(row)))];
    const columns = new Map<string, SourceColumn>(headers.map((header, column) => [header, { column, header }]));
    const source: TableSource = {
      index: sources.length,
      file: '例.xlsx',
      sheet: kind,
      kind,
      headerRows: [1, 1],
      columns,
      rows: given.length,
    };
    sources.push(source);
    given.forEach((row, i) => {
      const record: Record<string, unknown> = { table: source.index, row: i + 2 };
      for (const [header, [property, type]] of Object.entries(FIELDS[kind]))
        record[property] = valueOf(row[header] ?? null, type);
      for (const header of headers)
        if (!(header in FIELDS[kind])) throw new Error(`${kind} has no standard column ${header}`);
      rows[kind]?.push(record);
    });
  }
  // The records were built from the list of fields above, one property each.
  return { tables: sources, rows: rows as unknown as Roster['rows'] };
}

function valueOf(value: string | number | null, type: Kind): unknown {
  if (value === null || value === '') return null;
  switch (type) {
    case 'text':
    case 'date':
      return String(value);
    case 'count':
      return Number(value);
    case 'money':
      return Math.round(Number(value) * 100);
    case 'yes-no':
      return value === '是' || value === '有' || value === 1;
  }
}
