import { describe, expect, it } from 'vitest';
import { deriveHolds } from '../../src/batch/run/holding.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';

function madeUpId(year: number): string {
  const first = `640101${year}0101003`;
  return first + residentIdCheck(first);
}

const [ZHANG, LI, WANG] = [madeUpId(1979), madeUpId(1981), madeUpId(1999)];
const BAD = `${ZHANG.slice(0, 17)}${ZHANG.endsWith('0') ? '1' : '0'}`;
const CODE = '91640100MA75XYZ12T';

const HOUSEHOLDS: GridRows = [
  ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度'],
  ['H1', '张一', ZHANG, 1, 2023],
  ['H2', '李二', LI, 1, 2023],
];
const MEMBERS: GridRows = [
  ['户编号', '姓名', '身份证号', '与户主关系', '年务工收入', '证明材料'],
  ['H1', '张一', BAD, '户主', 12_000, '工资条'],
  ['H2', '李二', LI, '户主', 12_000, '工资条'],
];
const OTHERS: Readonly<Record<string, GridRows>> = {
  培训: [
    ['姓名', '身份证号', '培训类别', '开始日期', '结束日期'],
    ['王三', WANG, '技能', '2023-01-02', '2023-01-20'],
  ],
  用工: [
    ['单位名称', '统一社会信用代码', '姓名', '身份证号', '人员类别', '入职日期'],
    ['某车间', CODE, '王三', WANG, '其他', '2023-01-02'],
  ],
  劳务输出: [
    ['中介名称', '中介代码', '姓名', '身份证号', '户籍县区', '用工单位', '开始日期'],
    ['某中介', CODE, '王三', WANG, '利通区', '某厂', '2023-01-02'],
  ],
  单位: [
    ['单位名称', '统一社会信用代码', '单位类型'],
    ['某车间', CODE, '就业帮扶车间'],
  ],
  服务: [
    ['姓名', '身份证号', '服务类别', '日期'],
    ['王三', WANG, '走访', '2023-01-02'],
  ],
};

const below = (top: GridRows, foot: GridRows): GridRows => [...top, [], [], ...foot];
const above = (top: GridRows, foot: GridRows): GridRows => below(foot, top);
const beside = (left: GridRows, right: GridRows): GridRows =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...(left[row] ?? Array.from({ length: left[0]?.length ?? 0 }, () => null)),
    null,
    ...(right[row] ?? []),
  ]);

async function heldOf(sheets: Readonly<Record<string, GridRows>>): Promise<unknown> {
  const { roster, findings } = await readRoster([gridWorkbook(sheets)]);
  const collector = new FindingCollector();
  for (const finding of findings) collector.findings.push(finding);
  runChecks({ roster, asOf: '2024-12-31', lists: [] }, collector);
  const holds = deriveHolds(roster, collector.findings);
  const errors = collector.findings.filter(({ severity }) => severity === 'error');
  return {
    held: [...holds.households],
    errors: errors.map((finding) => `${finding.code} ${holds.effectOf(finding)}`),
  };
}

const HELD = { held: ['H1'], errors: ['CEL-02 held'] };

describe('a household with an error is held whatever stands beside its table', () => {
  it('alone', async () => {
    expect(await heldOf({ 住户: HOUSEHOLDS, 成员: MEMBERS })).toEqual(HELD);
  });

  for (const [kind, rows] of Object.entries(OTHERS))
    it.each([
      ['below', below(MEMBERS, rows)],
      ['above', above(MEMBERS, rows)],
      ['beside', beside(MEMBERS, rows)],
    ])(`${kind} %s`, async (_where, sheet) => {
      expect(await heldOf({ 住户: HOUSEHOLDS, 名册: sheet })).toEqual(HELD);
    });

  it('an error of the other table holds no household', async () => {
    const [head = [], row = []] = OTHERS['用工'] ?? [];
    const wrong = [head, row.map((cell) => (cell === WANG ? BAD : cell))];
    const fine = MEMBERS.map((one) => one.map((cell) => (cell === BAD ? ZHANG : cell)));
    expect(await heldOf({ 住户: HOUSEHOLDS, 名册: below(fine, wrong) })).toEqual({
      held: [],
      errors: ['CEL-02 held'],
    });
  });
});

describe('whose row it is', () => {
  it('a finding says the table and the field that it was read from', async () => {
    const { roster, findings } = await readRoster([
      gridWorkbook({ 住户: HOUSEHOLDS, 名册: below(MEMBERS, OTHERS['培训'] ?? []) }),
    ]);
    const [found] = findings.filter(({ code }) => code === 'CEL-02');
    expect(found?.place).toMatchObject({ field: 'personId', row: 2, column: 2, sheet: '名册' });
    expect(roster.tables[found?.place.table ?? -1]?.kind).toBe('成员');
    expect(found?.subject).toMatchObject({ household: 'H1', name: '张一', organisation: null });
  });
});
