import type { CheckExample } from '../define-check.js';

const NAME = '某某帮扶车间';
const CODE = '91350100M000100Y43';

/** One workshop in 单位 and one worker in 用工, with what the example changes in either. */
export function workshopTables(
  listed: Readonly<Record<string, string>> = {},
  worker: Readonly<Record<string, string>> = {},
): CheckExample['tables'] {
  return {
    单位: [{ 单位名称: NAME, 统一社会信用代码: CODE, 单位类型: '就业帮扶车间', ...listed }],
    用工: [
      {
        单位名称: NAME,
        统一社会信用代码: CODE,
        姓名: '张三',
        身份证号: '640181199001010010',
        人员类别: '搬迁群众',
        入职日期: '2024-01-01',
        ...worker,
      },
    ],
  };
}
