/** Whole files for the codes that a table of example rows cannot show; text formats, so that they can be read here. */
type Value = string | number | null;

interface SheetXml {
  readonly rows: readonly (readonly (Value | CellXml)[])[];
  readonly hiddenRows?: readonly number[];
}

/** A cell that needs more than a value. */
interface CellXml {
  readonly type?: 'Error';
  readonly value?: string;
  readonly formula?: string;
  readonly down?: number;
}

const MEMBER_HEADER = ['户编号', '姓名', '身份证号', '与户主关系'];
const HEAD = ['H1', '张三', '640181199001010010', '户主'];
const SPOUSE = ['H1', '李四', '64018119880808004X', '配偶'];

/** SpreadsheetML 2003: the one spreadsheet format that is plain text. */
function xml(sheets: Readonly<Record<string, SheetXml>>): string {
  const bodies = Object.entries(sheets).map(([name, { rows, hiddenRows = [] }]) => {
    const lines = rows.map((row, i) => {
      const hidden = hiddenRows.includes(i + 1) ? ' ss:Hidden="1"' : '';
      return `  <Row${hidden}>${row.map((cell, column) => cellXml(cell, column)).join('')}</Row>`;
    });
    return ` <Worksheet ss:Name="${name}"><Table>\n${lines.join('\n')}\n </Table></Worksheet>`;
  });
  const space = 'urn:schemas-microsoft-com:office:spreadsheet';
  return `<?xml version="1.0"?>\n<Workbook xmlns="${space}" xmlns:ss="${space}">\n${bodies.join('\n')}\n</Workbook>\n`;
}

function cellXml(cell: Value | CellXml, column: number): string {
  if (cell === null) return '';
  const index = ` ss:Index="${column + 1}"`;
  if (typeof cell === 'string') return `<Cell${index}><Data ss:Type="String">${cell}</Data></Cell>`;
  if (typeof cell === 'number') return `<Cell${index}><Data ss:Type="Number">${cell}</Data></Cell>`;
  const formula = cell.formula === undefined ? '' : ` ss:Formula="${cell.formula}"`;
  const down = cell.down === undefined ? '' : ` ss:MergeDown="${cell.down}"`;
  const data = cell.value === undefined ? '' : `<Data ss:Type="${cell.type ?? 'String'}">${cell.value}</Data>`;
  return `<Cell${index}${formula}${down}>${data}</Cell>`;
}

function csv(...rows: readonly (readonly Value[])[]): string {
  return `${rows.map((row) => row.join(',')).join('\n')}\n`;
}

export const WHOLE_FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'FIL-01': { '名册.xlsx': '' },
  'FIL-02': {
    '名册.xls': `<html><body><table>\n${[MEMBER_HEADER, HEAD]
      .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
      .join('\n')}\n</table></body></html>\n`,
  },
  'FIL-03': { '成员.csv': csv(MEMBER_HEADER, ['H1', '张\uFFFD', '640181199001010010', '户主']) },
  'FIL-06': { '成员.csv': csv(MEMBER_HEADER) },
  'SHT-01': { '名册.xml': xml({ '5月': { rows: [MEMBER_HEADER, HEAD] }, '6月': { rows: [MEMBER_HEADER, HEAD] } }) },
  'SHT-02': { '名册.xml': xml({ 成员: { rows: [MEMBER_HEADER, HEAD, SPOUSE], hiddenRows: [3] } }) },
  'SHT-03': {
    '成员.csv': csv(
      [...MEMBER_HEADER, '年务工收入'],
      [...HEAD, 24000],
      [...SPOUSE, 26000],
      ['合计', '', '', '', 52000],
    ),
  },
  'SHT-04': { '成员.csv': csv(['序号', ...MEMBER_HEADER], [1, ...HEAD], [3, ...SPOUSE]) },
  'SHT-05': {
    '成员.csv': csv([...MEMBER_HEADER, '年务工收入'], [...HEAD, 24000], ['合计', '', '', '', 24000], [...SPOUSE, 0]),
  },
  'SHT-06': { '成员.csv': csv(['序号', ...MEMBER_HEADER], [1, ...HEAD], [2, '', '', '', ''], [3, ...SPOUSE]) },
  'SHT-10': {
    '成员.csv': csv([...MEMBER_HEADER, '年务工收入', '技能'], [...HEAD, '12,000', ''], [...SPOUSE, 8000, '']),
  },
  'CEL-24': { '成员.csv': csv([...MEMBER_HEADER, '务工单位'], [...HEAD, '灵武\u0001羊绒厂']) },
  'SHT-07': {
    '名册.xml': xml({
      成员: {
        rows: [
          [...MEMBER_HEADER, '年务工收入'],
          [...HEAD, { value: '24000', down: 1 }],
          [...SPOUSE, null],
        ],
      },
    }),
  },
  'SHT-08': {
    '成员.csv': csv(
      ['户编号', '户主姓名', '家庭人口数', '姓名', '身份证号', '与户主关系'],
      ['H1', '张三', 2, ...HEAD.slice(1)],
      ['', '', '', ...SPOUSE.slice(1)],
    ),
  },
  'HHD-24': {
    '成员.csv': csv(
      ['户主姓名', '家庭人口数', ...MEMBER_HEADER.slice(1)],
      ['张三', 2, ...HEAD.slice(1)],
      ['', '', ...SPOUSE.slice(1)],
    ),
  },
  'HHD-25': { '成员.csv': csv(MEMBER_HEADER.slice(1), SPOUSE.slice(1), ['王五', '640181199505050028', '之子']) },
  'HHD-26': {
    '住户.csv': csv(
      ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'],
      ['001', '张三', '640181199001010010', 1, 2024],
    ),
    '成员.csv': csv(MEMBER_HEADER, ['1', ...HEAD.slice(1)]),
  },
  'HDR-01': { '成员.csv': csv(['户编号', '姓名', '证号', '与户主关系', '劳动技能'], [...HEAD, '普通劳动力']) },
  'HDR-02': {
    '成员.csv': csv([...MEMBER_HEADER, '年务工收入', '务工年收入', '年务工收入'], [...HEAD, 24000, 24000, 25000]),
  },
  'HDR-03': { '成员.csv': csv([...MEMBER_HEADER, '民族', '最喜欢的颜色'], [...HEAD, '回族', '蓝']) },
  'HDR-04': { '成员.csv': csv([...MEMBER_HEADER, '年务工收入（万元）'], [...HEAD, 2.4]) },
  'HDR-05': {
    '成员.csv': csv(
      [...MEMBER_HEADER, '收入合计', ''],
      ['', '', '', '', '年务工收入（元）', '务工月数（元）'],
      [...HEAD, 24000, 8],
    ),
  },
  'HDR-06': { '成员.csv': csv([...MEMBER_HEADER, '年务工总收入额'], [...HEAD, 24000]) },
  'HDR-07': { '成员.csv': csv([...MEMBER_HEADER, '务工时长'], [...HEAD, 8]) },
  'HDR-08': {
    '成员.csv': csv(
      [...MEMBER_HEADER, '年务工收入'],
      ...Array.from({ length: 10 }, (_, i) => [`H${i}`, '张三', `64018119900101001${i}`, '户主', '外出务工']),
    ),
  },
  'HDR-12': {
    '成员.csv': csv(
      [...MEMBER_HEADER, '证件'],
      [...HEAD, '640181199001010010'],
      ['H2', '李四', '640181199201010023', '户主', '640181199201010023'],
    ),
  },
  'HDR-09': { '说明.csv': csv(['填表说明', '请于月底前上报'], ['联系人', '社区办']) },
  'CEL-03': { '名册.xml': xml({ 成员: { rows: [MEMBER_HEADER, ['H1', '张三', 640181199001010000, '户主']] } }) },
  'CEL-11': { '成员.csv': csv(MEMBER_HEADER, ['H1', ' 张三 ', '６４０１８１１９９００１０１００１０', '户主']) },
  'CEL-15': {
    '名册.xml': xml({
      成员: {
        rows: [
          [...MEMBER_HEADER, '年务工收入'],
          [...HEAD, { formula: '=RC[-1]*12' }],
        ],
      },
    }),
  },
  'CEL-16': {
    '名册.xml': xml({
      成员: {
        rows: [
          [...MEMBER_HEADER, '年务工收入'],
          [...HEAD, { type: 'Error', value: '#REF!', formula: '=#REF!' }],
        ],
      },
    }),
  },
  'CEL-17': {
    '名册.xml': xml({
      成员: {
        rows: [
          [...MEMBER_HEADER, '务工开始日期'],
          [...HEAD, 2023.1],
        ],
      },
    }),
  },
};
