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

/** What to write into a column, in one or two sentences. */
export function fieldHelp(field: TemplateField): string {
  const choices = field.listed === undefined ? null : `从下拉中选择：${field.listed.values.join('、')}`;
  const help = choices ?? TYPES[field.type]?.help ?? '按实际填写';
  return `${field.required === true ? '必填。' : ''}${help}。`;
}

/** A value as it would be written; null where an example would say nothing. All identities are invented. */
export function fieldExample(field: TemplateField): string | null {
  if (field.header === '年度' || /年度$/.test(field.header)) return '2024';
  return field.listed?.values[0] ?? TYPES[field.type]?.example ?? null;
}
