import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { severityByPolicy } from '../../src/batch/run/severity-by-policy.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { residentIdCheck } from '../../src/domain/resident-id.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { fieldsRead } from '../../src/policy/pack/fields-read.js';
import { READ_BY } from '../../src/policy/scopes/index.js';
import type { Pack } from '../../src/policy/pack/pack.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook, type GridRows } from '../tables/workbook-builder.js';

function packOf(id: string): Pack {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);
  if (pack === null) throw new Error(`${id} does not parse`);
  return pack;
}

const NINGDONG = packOf('ningdong-2023-62');
const LITONG = packOf('litong-2021-7');
const ID = '64010119790101003' + residentIdCheck('64010119790101003');

async function severities(pack: Pack, sheets: Readonly<Record<string, GridRows>>): Promise<string[]> {
  const { roster, findings } = await readRoster([gridWorkbook(sheets)]);
  const collector = new FindingCollector();
  for (const finding of findings) collector.findings.push(finding);
  runChecks({ roster, asOf: '2023-12-31', lists: [] }, collector);
  return severityByPolicy(collector.findings, roster, pack, {})
    .filter(({ severity, place }) => severity !== 'info' && place.field !== null)
    .map(({ code, severity, place }) => `${severity} ${code} ${place.field ?? ''}`);
}

function member(column: string, value: string | number): Readonly<Record<string, GridRows>> {
  return {
    成员: [
      ['户编号', '姓名', '身份证号', '与户主关系', column],
      ['H1', '张一', ID, '户主', value],
    ],
  };
}

const household = (column: string, value: string | number): Readonly<Record<string, GridRows>> => ({
  住户: [
    ['户编号', '户主姓名', '户主身份证号', '家庭人口数', '收入年度', column],
    ['H1', '张一', ID, 1, 2023, value],
  ],
});

describe('a cell that cannot be read', () => {
  it.each<readonly [string, Pack, Readonly<Record<string, GridRows>>, string]>([
    ['wages under 宁东镇', NINGDONG, member('年务工收入', '约八千'), 'error CEL-06 wageIncome'],
    ['wages under 利通区', LITONG, member('年务工收入', '约八千'), 'warning CEL-06 wageIncome'],
    ['the start of a job under 宁东镇', NINGDONG, member('务工开始日期', '2023-13-40'), 'warning CEL-08 workStart'],
    ['the start of a job under 利通区', LITONG, member('务工开始日期', '2023-13-40'), 'error CEL-08 workStart'],
    ['property income under 宁东镇', NINGDONG, household('财产性收入', '若干'), 'warning CEL-06 propertyIncome'],
    ['the household wages under 宁东镇', NINGDONG, household('年务工收入', '若干'), 'error CEL-06 wageIncome'],
  ])('%s', async (_what, pack, sheets, wanted) => {
    expect(await severities(pack, sheets)).toContain(wanted);
  });

  it('an end before its start holds only where the dates are read', async () => {
    const sheets = {
      成员: [
        ['户编号', '姓名', '身份证号', '与户主关系', '务工开始日期', '务工结束日期'],
        ['H1', '张一', ID, '户主', '2023-05-01', '2023-01-01'],
      ],
    };
    expect(await severities(NINGDONG, sheets)).toContain('warning ROW-05 workEnd');
    expect(await severities(LITONG, sheets)).toContain('error ROW-05 workEnd');
  });

  it('says who someone is: an error under every policy', async () => {
    const bad = `${ID.slice(0, 17)}${ID.endsWith('1') ? '2' : '1'}`;
    const sheets = {
      成员: [
        ['户编号', '姓名', '身份证号', '与户主关系'],
        ['H1', '张一', bad, '户主'],
      ],
    };
    expect(await severities(LITONG, sheets)).toContain('error CEL-02 personId');
    expect(await severities(NINGDONG, sheets)).toContain('error CEL-02 personId');
  });
});

describe('what a pack reads', () => {
  it('is known of every pack that pays', () => {
    for (const pack of [NINGDONG, LITONG]) expect(fieldsRead(pack, {}, READ_BY), pack.id).not.toBeNull();
  });

  it('is everything where it pays nothing or uses a fact that is not described', () => {
    expect(fieldsRead(packOf('yuncheng-2021-1'), {}, READ_BY)).toBeNull();
    expect(fieldsRead(NINGDONG, {}, { ...READ_BY, fact: () => null })).toBeNull();
  });
});
