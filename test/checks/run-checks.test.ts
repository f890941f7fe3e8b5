import { describe, expect, it } from 'vitest';
import { defineCheck, type Check } from '../../src/checks/define-check.js';
import { runChecks, statusesOf } from '../../src/checks/run-checks.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';

const TEXT = { title: '题', what: () => '事', why: '因', how: '法' };

function check(code: string, more: Partial<Check>): Check {
  return defineCheck({
    code,
    name: code.toLowerCase(),
    severity: 'error',
    stage: 'roster',
    needs: [],
    text: { zh: TEXT, en: TEXT },
    examples: [],
    ...more,
  });
}

async function roster() {
  const { roster: read } = await readRoster([
    gridWorkbook({
      成员: [
        ['户编号', '姓名', '身份证号', '与户主关系'],
        ['H1', '张三', '640181199001010010', '户主'],
      ],
    }),
  ]);
  return read;
}

describe('runChecks', () => {
  it('never calls a check passed whose column, table or list is missing', async () => {
    const request = { roster: await roster(), asOf: '2024-12-31', lists: [] };
    const run = (): void => undefined;
    const runs = runChecks(request, new FindingCollector(), [
      check('A-01', { run, needs: [{ table: '成员', fields: ['身份证号', '务工月数'] }] }),
      check('A-02', { run, needs: [{ table: '经营', fields: ['户编号'] }] }),
      check('A-03', { run, lists: ['死亡'], stage: 'lists' }),
      check('A-04', { run, needs: [{ table: '成员', fields: ['身份证号'] }] }),
    ]);
    expect(runs.map(({ status, reason }) => [status, reason])).toEqual([
      ['not-run', 'column:务工月数'],
      ['not-run', 'table:经营'],
      ['not-run', 'list:死亡'],
      ['passed', null],
    ]);
  });

  it('does not call a check passed that asked for a date nobody gave', async () => {
    const runs = runChecks({ roster: await roster(), asOf: null, lists: [] }, new FindingCollector(), [
      check('A-01', { run: ({ asOf }) => expect(asOf).toBeNull() }),
      check('A-02', { run: () => undefined }),
      check('A-03', { run: ({ asOf, report }) => report({ params: { day: asOf ?? '' } }) }),
    ]);
    expect(runs.map(({ status, reason }) => [status, reason])).toEqual([
      ['not-run', 'as-of'],
      ['passed', null],
      ['found', null],
    ]);
  });

  it('goes on after a check that breaks, and says so', async () => {
    const collector = new FindingCollector();
    const runs = runChecks({ roster: await roster(), asOf: '2024-12-31', lists: [] }, collector, [
      check('A-01', {
        run: ({ report }) => {
          report({ params: {} });
          throw new RangeError('broken');
        },
      }),
      check('A-02', { severity: 'warning', run: ({ report }) => report({ severity: 'info' }) }),
    ]);
    expect(runs.map(({ status }) => status)).toEqual(['failed', 'found']);
    expect(runs[0]?.reason).toBe('RangeError: broken');
    expect(collector.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['A-01', 'error'],
      ['A-02', 'info'],
    ]);
  });

  it('counts what the readers found under the same code', async () => {
    const collector = new FindingCollector();
    collector.add({ code: 'A-01', severity: 'error' });
    const runs = runChecks({ roster: await roster(), asOf: '2024-12-31', lists: [] }, collector, [
      check('A-01', { run: () => undefined }),
    ]);
    expect(runs).toEqual([{ code: 'A-01', status: 'found', found: 1, reason: null }]);
  });

  it('runs only what is asked for', async () => {
    const run = (): void => undefined;
    const request = { roster: await roster(), asOf: '2024-12-31', lists: [], only: ['A-02'] };
    const runs = runChecks(request, new FindingCollector(), [check('A-01', { run }), check('A-02', { run })]);
    expect(runs.map(({ code }) => code)).toEqual(['A-02']);
  });
});

describe('statusesOf', () => {
  it('tells found, passed and not taken place apart, for the checks that others raise', async () => {
    const collector = new FindingCollector();
    collector.add({ code: 'T-01', severity: 'error' });
    const runs = statusesOf(collector.findings, ['tables'], await roster(), [
      check('T-01', { stage: 'tables' }),
      check('T-02', { stage: 'tables' }),
      check('L-01', { stage: 'ledger' }),
      check('R-01', { run: () => undefined }),
    ]);
    expect(runs).toEqual([
      { code: 'T-01', status: 'found', found: 1, reason: null },
      { code: 'T-02', status: 'passed', found: 0, reason: null },
      { code: 'L-01', status: 'not-run', found: 0, reason: 'stage:ledger' },
    ]);
  });
});
