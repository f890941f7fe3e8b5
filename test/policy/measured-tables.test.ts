import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { templateTables } from '../../src/documents/check/template-workbook.js';
import { measuredTables } from '../../src/policy/assess/measured-tables.js';
import { benefitTables } from '../../src/policy/scopes/index.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';

/** A clerk who fills in the whole template of a pack must be able to answer its targets. */
test.each([
  ['ningdong-2023-62', ['住户', '成员', '经营', '培训', '服务', '指标填报']],
  ['litong-2021-7', ['住户', '成员', '经营', '单位', '用工', '劳务输出', '培训', '服务', '安置点', '指标填报']],
  ['jinping-2022-21', ['住户', '成员', '培训', '服务', '指标填报']],
  ['pingluo-draft', ['住户', '成员', '用工', '培训', '服务', '指标填报']],
  ['yuncheng-2021-1', ['住户', '成员', '服务', '安置点', '指标填报']],
])('the blank workbook of %s has every table its targets count in', (id, tables) => {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);
  expect(pack === null ? [] : templateTables(pack, [...measuredTables(pack), ...benefitTables(pack)])).toEqual(tables);
});
