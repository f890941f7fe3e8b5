/** Inputs for the codes that only a policy gives rise to: what `check --policy` tells, and what only `run` can. */
export interface PolicyFiles {
  readonly command: 'check' | 'run';
  readonly policy: 'ningdong-2023-62' | 'litong-2021-7';
  readonly asOf: string;
  readonly files: Readonly<Record<string, string>>;
}

type Row = Readonly<Record<string, string | number>>;

const ZHANG = '640181199001010010';
const LI = '64018119880808004X';
const BROKER = '91350100M000100Y43';
const OTHER_BROKER = '91110000600037341L';

function csv(...rows: readonly Row[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return `${[headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))].map((line) => line.join(',')).join('\n')}\n`;
}

const household = (more: Row = {}): Row => ({
  户编号: 'H1',
  户主姓名: '张三',
  户主身份证号: ZHANG,
  家庭人口数: 1,
  收入年度: 2024,
  年务工收入: 8000,
  证明材料: '工资流水',
  ...more,
});
const business = (more: Row = {}): Row => ({
  户编号: 'H1',
  经营者姓名: '张三',
  经营者身份证号: ZHANG,
  主体类型: '个体工商户',
  登记日期: '2022-01-01',
  经营状态: '正常',
  年经营收入: 8000,
  证明材料: '营业执照',
  ...more,
});
const worker = (more: Row = {}): Row => ({
  户编号: 'H1',
  姓名: '张三',
  身份证号: ZHANG,
  与户主关系: '户主',
  务工所在地: '浙江省宁波市',
  务工开始日期: '2022-10-01',
  签订劳动合同: '是',
  缴纳社会保险: '是',
  ...more,
});
const placed = (more: Row = {}): Row => ({
  中介名称: '甲中介',
  中介代码: BROKER,
  姓名: '张三',
  身份证号: ZHANG,
  户籍县区: '利通区',
  用工单位: '某厂',
  开始日期: '2023-01-01',
  ...more,
});

function ningdong(files: PolicyFiles['files'], asOf = '2024-12-31', command: PolicyFiles['command'] = 'check') {
  return { command, policy: 'ningdong-2023-62', asOf, files } as const;
}

function litong(files: PolicyFiles['files'], asOf = '2023-06-30') {
  return { command: 'check', policy: 'litong-2021-7', asOf, files } as const;
}

function paid(...rows: readonly Row[]) {
  return ningdong({ '住户.csv': csv(...rows) }, '2024-12-31', 'run');
}

export const POLICY_FILES: Readonly<Record<string, PolicyFiles>> = {
  'ROW-08': litong({ '成员.csv': csv(worker({ 务工所在地: '外地' })) }),
  'ROW-09': ningdong({ '住户.csv': csv(household({ 年务工收入: 7000 })) }),
  'ROW-10': ningdong({ '住户.csv': csv(household({ 申报金额: 3000 })) }),
  'ROW-20': ningdong({
    '住户.csv': csv(household()),
    '经营.csv': csv(business(), business({ 主体名称: '乙店', 登记日期: '' })),
  }),
  'ROW-21': litong({ '成员.csv': csv(worker()) }),
  'ROW-22': litong({ '成员.csv': csv(worker({ 签订劳动合同: '' })) }),
  'ROW-23': litong({
    '劳务输出.csv': csv(placed(), placed({ 中介名称: '乙中介', 中介代码: OTHER_BROKER, 开始日期: '2023-02-01' })),
  }),
  'ROW-24': litong({ '劳务输出.csv': csv(placed(), placed({ 中介名称: '乙中介', 中介代码: OTHER_BROKER })) }),
  'ROW-25': litong({ '劳务输出.csv': csv(placed({ 开始日期: '2023-03' })) }, '2023-06-15'),
  'ROW-26': litong({ '成员.csv': csv(worker()) }, '2024-12-31'),
  'ROW-27': litong({ '劳务输出.csv': csv(placed()) }),
  'ROW-28': litong({
    '用工.csv': csv({
      单位名称: '甲车间',
      统一社会信用代码: BROKER,
      姓名: '张三',
      身份证号: ZHANG,
      人员类别: '搬迁群众',
      入职日期: '2023-01-01',
    }),
  }),
  'ROW-29': litong({
    '培训.csv': csv({
      姓名: '张三',
      身份证号: ZHANG,
      培训类别: '餐饮服务',
      机构代码: BROKER,
      开始日期: '2023-01-01',
      结束日期: '2023-01-05',
      是否合格: '',
    }),
  }),
  'ROW-31': litong({
    '住户.csv': csv({
      户编号: 'H1',
      户主姓名: '张三',
      户主身份证号: ZHANG,
      搬迁批次: '十三五',
      家庭人口数: 1,
      收入年度: 2023,
    }),
    '成员.csv': csv(worker({ 务工开始日期: '', 务工月数: 6 })),
  }),
  'ROW-30': litong({ '劳务输出.csv': csv(placed({ 中介代码: '' })) }),
  'HHD-09': ningdong({ '住户.csv': csv(household({ 收入年度: 2023, 年务工收入: 7200, 证明材料: '' })) }),
  'HHD-14': ningdong(
    { '住户.csv': csv(household({ 年务工收入: 17000 })), '经营.csv': csv(business()) },
    '2024-12-31',
    'run',
  ),
  'HHD-20': ningdong({ '住户.csv': csv(household({ 收入年度: 2021 })) }),
  'HHD-21': ningdong({ '住户.csv': csv(household()) }, '2024-06-30'),
  'HHD-22': ningdong({ '住户.csv': csv(household({ 年经营收入: 9000 })) }),
  'HHD-23': ningdong({ '住户.csv': csv(household({ 年务工收入: '' })) }),
  'BNK-01': paid(household({ 开户银行: '某银行', 账户名称: '张三', 银行账号: '123' })),
  'BNK-03': paid(household({ 开户银行: '', 账户名称: '张三', 银行账号: '6228480000000000000' })),
  'BNK-04': paid(household({ 开户银行: '某银行', 账户名称: '王五', 银行账号: '6228480000000000000' })),
  'BNK-05': paid(
    household({ 开户银行: '某银行', 账户名称: '张三', 银行账号: '6228480000000000000' }),
    household({
      户编号: 'H2',
      户主姓名: '李四',
      户主身份证号: LI,
      开户银行: '某银行',
      账户名称: '李四',
      银行账号: '6228480000000000000',
    }),
  ),
};
