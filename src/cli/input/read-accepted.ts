import { openWorkbook } from '../../io/readers/index.js';
import { acceptedInWorkbook, acceptedRows, type AcceptedRow } from '../../tables/accepted-list.js';
import type { Workbook } from '../../tables/grid.js';
import { Fault } from '../faults/fault.js';

/**
 * Rows that accept warnings: of `--accepted` lists, then of the 校验结果 sheets of marked workbooks among the inputs. Throws
 * Fault for a list that is none; going on without it would tell warnings that somebody answered for.
 */
export async function readAccepted(
  path: string | null,
  workbooks: readonly Workbook[],
): Promise<readonly AcceptedRow[]> {
  const rows: AcceptedRow[] = [];
  for (const workbook of workbooks) rows.push(...(await acceptedInWorkbook(workbook)));
  if (path === null) return rows;
  const list = await openWorkbook(path);
  try {
    const own = (await acceptedRows(list)) ?? (await acceptedInWorkbook(list));
    if (
      own.length === 0 &&
      (await acceptedRows(list)) === null &&
      !list.sheets.some(({ name }) => name.startsWith('校验结果'))
    )
      throw noList(path);
    return [...rows, ...own];
  } finally {
    await list.close();
  }
}

function noList(path: string): Fault {
  return new Fault(
    'bad-accepted',
    {
      what: `${path} 应有「代码」「对象」「内容」「核实说明」「核实人」几列，现没有找到`,
      how: '用 butie check 文件 --out 文件夹 写出 accepted.csv，填好核实说明和核实人再交来',
    },
    {
      what: `${path} should have the columns 代码 对象 内容 核实说明 核实人; they were not found`,
      how: 'butie check FILES --out DIR writes accepted.csv; fill it in and give it back',
    },
  );
}
