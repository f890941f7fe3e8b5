/** A column of the standard workbook as the field dictionary describes it (the dictionary's own fields fit). */
export interface TemplateField {
  readonly header: string;
  /** Kind of value: `money`, `date`, `person-id`, `listed` … */
  readonly type: string;
  readonly required?: true;
  /** Read when it is there, but no part of the standard workbook. */
  readonly extra?: true;
  readonly listed?: { readonly values: readonly string[] };
}

interface TypeWords {
  readonly help: string;
  readonly example: string | null;
}

const TYPES: Readonly<Record<string, TypeWords>> = {
  'household-id': { help: '本户的编号，各表一致', example: 'HH0001' },
  name: { help: '与身份证上的姓名一致', example: '张三' },
  'organisation-name': { help: '营业执照上的全称', example: '示范服务有限公司' },
  'person-id': { help: '18位身份证号；本列是文本格式，请勿改成数字', example: '640181199001010010' },
  'credit-code': { help: '营业执照上18位统一社会信用代码', example: '91640181MA0000015F' },
  'credit-code-or-person-id': { help: '统一社会信用代码；劳务经纪人填本人身份证号', example: '91640181MA0000015F' },
  account: { help: '本人一卡通或银行卡号；本列是文本格式，请勿改成数字', example: '6228480000000000000' },
  phone: { help: '11位手机号或带区号的座机', example: '13800138000' },
  money: { help: '单位为元，填数字；不清楚的空着，没有的填 0', example: '12000.00' },
  count: { help: '整数', example: '3' },
  quantity: { help: '数字，最多四位小数；单位写在“单位”一列', example: '3.5' },
  months: { help: '0 到 12 的月数', example: '8' },
  year: { help: '四位年份，如 2024', example: '2024' },
  date: { help: '写成 2024-09-30', example: '2024-01-15' },
  'end-date': { help: '写成 2024-09-30；还没有结束的空着', example: null },
  'yes-no': { help: '填“是”或“否”；不清楚的空着', example: '是' },
  evidence: { help: '写明材料名称；没有材料的空着', example: '劳务合同、工资流水' },
  place: { help: '写到乡镇和社区（村），外地写省、市、县', example: '宁东镇' },
  'as-written': { help: '按实际填写', example: null },
  text: { help: '按实际填写', example: null },
};

/** Columns whose kind of value does not say enough. */
const COLUMNS: Readonly<Record<string, TypeWords>> = {
  户类型: { help: '如 脱贫户、监测户、搬迁户', example: '搬迁户' },
  搬迁批次: { help: '搬迁户写批次；不是搬迁户的空着', example: '2017年第一批' },
  家庭人口数: { help: '整数，与成员表中本户的行数一致', example: '3' },
  收入年度: { help: '四位年份；一户一年度只填一行', example: '2024' },
  监测对象类别: { help: '监测对象写类别；不是监测对象的空着', example: null },
  在校生状况: { help: '在校的写学段，如 高中在校；不在校的空着', example: null },
  健康状况: { help: '如 健康、残疾、长期慢性病', example: '健康' },
  务工单位: { help: '单位全称；灵活就业写工作内容', example: '示范服务有限公司' },
  务工所在地: { help: '写到省、市、县，如 宁夏银川市兴庆区', example: '宁夏银川市兴庆区' },
  年务工收入: { help: '本收入年度的工资总额，单位为元；没有务工的空着', example: '36000.00' },
  月工资: { help: '每月的工资，单位为元；12 个月的合计填在年务工收入', example: '3000.00' },
  务工月数: { help: '本收入年度务工的月数，0 到 12', example: '12' },
  技能: { help: '会做什么，如 电焊、家政', example: '电焊' },
  开户银行: { help: '开户银行全称，写到支行或网点', example: '中国农业银行灵武支行' },
  账户名称: { help: '户名，须与收款人姓名一致', example: '张三' },
};

/** What to write into a column, in one or two sentences. */
export function fieldHelp(field: TemplateField): string {
  const choices = field.listed === undefined ? null : '从下拉中选择';
  const help = choices ?? COLUMNS[field.header]?.help ?? TYPES[field.type]?.help ?? '按实际填写';
  return `${field.required === true ? '必填。' : ''}${help}。`;
}

/** A value as it would be written; null where an example would say nothing. All identities are invented. */
export function fieldExample(field: TemplateField): string | null {
  return field.listed?.values[0] ?? COLUMNS[field.header]?.example ?? TYPES[field.type]?.example ?? null;
}
