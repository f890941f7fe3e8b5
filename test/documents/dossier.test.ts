import { describe, expect, it } from 'vitest';
import { dossierFileName, dossierPage, type DossierInput } from '../../src/documents/dossier.js';
import type { HouseholdRow, MemberRow } from '../../src/domain/roster.js';
import { inventedAccount, inventedId, sampleInput } from './sample-result.js';

const HOUSEHOLD: HouseholdRow = {
  table: 0,
  row: 4,
  householdId: 'HH0001',
  headName: '王建国',
  headId: inventedId(0),
  township: '宁东镇',
  community: '永利社区',
  householdType: '搬迁户',
  relocationBatch: null,
  size: 3,
  incomeYear: 2024,
  wageIncome: 2_400_000,
  businessIncome: null,
  propertyIncome: null,
  transferIncome: null,
  operatingCost: null,
  perCapitaIncome: null,
  lastPerCapitaIncome: null,
  monitoringClass: null,
  riskCleared: null,
  evidence: '工资流水',
  phone: '13800138000',
  remark: `另见<b>${inventedId(1)}</b>`,
  unavoidableCost: 350_000,
  riskKind: '因病',
  identifiedOn: '2024-03',
  clearedOn: null,
  aid: '低保',
  responsible: '赵帮扶',
  bankName: '中国农业银行',
  accountName: '王建国',
  accountNumber: inventedAccount(0),
};
const MEMBER: MemberRow = {
  table: 0,
  row: 4,
  householdId: 'HH0001',
  name: '王建国',
  personId: inventedId(0),
  relation: '户主',
  labourSkill: '普通劳动力',
  schooling: null,
  health: null,
  employmentStatus: '务工',
  employer: '示范公司',
  workPlace: '银川市',
  workStart: null,
  workEnd: null,
  workMonths: 8,
  monthlyWage: null,
  wageIncome: 2_400_000,
  labourContract: true,
  socialInsurance: null,
  evidence: null,
  skill: null,
  workWish: null,
  trainingWish: null,
  gender: null,
  age: null,
  birthDate: null,
  phone: null,
  bankName: null,
  accountName: null,
  accountNumber: null,
};

function input(): DossierInput {
  const { result, words, stageText } = sampleInput({ households: 8 });
  return {
    householdId: 'HH0001',
    asOf: '2024-11-30',
    policy: '宁东镇党发〔2023〕62号',
    roster: { ...result.roster, rows: { ...result.roster.rows, 住户: [HOUSEHOLD], 成员: [MEMBER] } },
    flags: result.flags,
    settled: result.settled,
    findings: result.findings,
    words,
    stageText,
    flagName: (flag) => `【${flag}】`,
    payments: [
      { period: '2023-11', batch: 'x', benefit: '稳定就业奖励', payeeName: '王建国', amount: 200_000, state: '已付' },
    ],
  };
}

describe('一户一档', () => {
  it('shows facts, flags, amounts, payments and findings of the household', () => {
    const page = dossierPage(input()) ?? '';
    for (const text of [
      '24,000.00',
      '永利社区',
      '【under-threshold】',
      '稳定就业奖励',
      '2,000.00',
      '已付',
      'CEL-02',
      '示范公司',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('HH0002');
  });

  it('masks every number and escapes what clerks typed', () => {
    const page = dossierPage(input()) ?? '';
    for (const number of [inventedId(0), inventedId(1), inventedAccount(0), '13800138000'])
      expect(page).not.toContain(number);
    expect(page).toContain('&lt;b&gt;');
    expect(page).not.toMatch(/(src|href)=|<script/i);
  });

  it('says what is not stated instead of leaving it blank', () => {
    expect(dossierPage(input())).toContain('<th>年经营收入</th><td>未填</td>');
  });

  it('is null for a household nobody knows, and its file name is safe', () => {
    expect(dossierPage({ ...input(), householdId: 'HH9999' })).toBeNull();
    expect(dossierFileName('HH0001')).toBe('HH0001.html');
    expect(dossierFileName('../a/b')).not.toMatch(/\/|^\./);
    expect(dossierFileName(inventedId(5))).not.toContain(inventedId(5).slice(4, 14));
  });
});
