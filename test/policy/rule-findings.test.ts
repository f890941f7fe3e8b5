import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findCheck } from '../../src/checks/index.js';
import { renderFinding } from '../../src/checks/render-finding.js';
import type { HouseholdRow, MemberRow } from '../../src/domain/roster.js';
import { FindingCollector } from '../../src/findings/collector.js';
import type { Assessment } from '../../src/policy/assess/assessment.js';
import { caseRoster } from '../../src/policy/cases/case-rows.js';
import { variantsOf } from '../../src/policy/cases/case-variants.js';
import { assess } from '../../src/policy/assess/evaluate.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { BLANK_HOUSEHOLD, BLANK_MEMBER, rosterOf } from './blank-rows.js';

test('every code that the rules raise has its words, and none of them holds a payment', () => {
  const codes = new Set<string>();
  for (const name of readdirSync('src/policy/assess').filter((one) => one.endsWith('-findings.ts')))
    for (const [, code] of readFileSync(`src/policy/assess/${name}`, 'utf8').matchAll(/'((?:ROW|HHD)-\d\d)'/g))
      codes.add(code ?? '');
  expect(codes.size).toBeGreaterThan(10);
  for (const code of codes) expect(findCheck(code)?.code, code).toBe(code);
  for (const code of codes) expect(findCheck(code)?.severity, code).not.toBe('error');
});

describe.each(['ningdong-2023-62', 'litong-2021-7'])('the findings of the cases of %s', (id) => {
  const file = `src/policy/packs/${id}.yaml`;
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);

  test('read well in both languages, with every value in its place', () => {
    if (pack === null) throw new Error('the pack does not parse');
    const collector = new FindingCollector();
    for (const variant of pack.cases.flatMap(variantsOf)) {
      const { readings } = variant;
      const { parameters } = variant.case;
      const { roster } = caseRoster(variant.tables);
      const request = { pack, roster, asOf: variant.asOf, period: variant.asOf.slice(0, 7), readings, parameters };
      for (const draft of assess(request).findings) collector.add(draft);
    }
    expect(collector.findings.length).toBeGreaterThan(5);
    for (const finding of collector.findings)
      for (const lang of ['zh', 'en'] as const) {
        const { what, why, how } = renderFinding(finding, lang, { reveal: false });
        expect(`${what}${why}${how}`, finding.code).not.toMatch(/—|undefined|null/);
      }
  });
});

describe('rows as the reader gives them', () => {
  const file = 'src/policy/packs/ningdong-2023-62.yaml';
  const { pack } = parsePack(readFileSync(file, 'utf8'), file);
  const assessed = (row: Partial<HouseholdRow>, members: readonly Partial<MemberRow>[] = []): Assessment => {
    if (pack === null) throw new Error('the pack does not parse');
    const columns = new Map([['incomeYear', { column: 8, header: '年度' }]]);
    const source = {
      index: 0,
      file: 'a.xlsx',
      sheet: '住户',
      kind: '住户',
      headerRows: [1, 1],
      columns,
      rows: 1,
    } as const;
    const rows = rosterOf({
      住户: [{ ...BLANK_HOUSEHOLD, householdId: 'H1', size: 1, incomeYear: 2026, ...row }],
      成员: members.map((member) => ({ ...BLANK_MEMBER, householdId: 'H1', ...member })),
    });
    const roster = { ...rows, tables: [source] };
    return assess({ pack, roster, asOf: '2026-12-31', period: '2026-12', readings: {}, parameters: {} });
  };

  test('a finding stands on the cell, with the header as written', () => {
    const found = assessed({}).findings.find(({ code }) => code === 'HHD-20');
    expect(found?.place).toMatchObject({ file: 'a.xlsx', sheet: '住户', row: 2, column: 8, header: '年度' });
  });

  test('a wage that could not be read is not nothing: the bonus cannot be decided', () => {
    const unread = { wageIncome: null, unreadable: ['wageIncome'], evidence: '合同' };
    const { entitlements } = assessed({ incomeYear: 2024, wageIncome: null }, [unread]);
    expect(entitlements[0]).toMatchObject({ benefitId: 'employment-bonus', outcome: 'undecided', amount: 0 });
    const blank = assessed({ incomeYear: 2024, wageIncome: null }, [{ wageIncome: null, evidence: '合同' }]);
    expect(blank.entitlements[0]).toMatchObject({ outcome: 'not-eligible', amount: 0 });
  });
});
