import type { BusinessRow, HouseholdRow, MemberRow, Roster } from '../../src/domain/roster.js';

const account = { bankName: null, accountName: null, accountNumber: null };

export const BLANK_HOUSEHOLD: HouseholdRow = {
  table: 0,
  row: 2,
  ...account,
  householdId: null,
  headName: null,
  headId: null,
  township: null,
  community: null,
  householdType: null,
  relocationBatch: null,
  size: null,
  incomeYear: null,
  wageIncome: null,
  businessIncome: null,
  propertyIncome: null,
  transferIncome: null,
  operatingCost: null,
  perCapitaIncome: null,
  lastPerCapitaIncome: null,
  monitoringClass: null,
  riskCleared: null,
  evidence: null,
  phone: null,
  remark: null,
};

export const BLANK_MEMBER: MemberRow = {
  table: 1,
  row: 2,
  ...account,
  householdId: null,
  name: null,
  personId: null,
  relation: null,
  labourSkill: null,
  schooling: null,
  health: null,
  employmentStatus: null,
  employer: null,
  workPlace: null,
  workStart: null,
  workEnd: null,
  workMonths: null,
  monthlyWage: null,
  wageIncome: null,
  labourContract: null,
  socialInsurance: null,
  evidence: null,
  skill: null,
  workWish: null,
  trainingWish: null,
  gender: null,
  age: null,
  birthDate: null,
  phone: null,
};

export const BLANK_BUSINESS: BusinessRow = {
  table: 2,
  row: 2,
  ...account,
  householdId: null,
  name: null,
  personId: null,
  kind: null,
  businessName: null,
  creditCode: null,
  registeredOn: null,
  status: null,
  income: null,
  jobsCreated: null,
  firstBusiness: null,
  returnee: null,
  evidence: null,
};

/** A roster of the given rows; tables that are not named are absent. */
export function rosterOf(rows: Partial<Roster['rows']>): Roster {
  const all = {
    住户: [],
    成员: [],
    经营: [],
    单位: [],
    用工: [],
    劳务输出: [],
    培训: [],
    服务: [],
    安置点: [],
    指标填报: [],
    ...rows,
  };
  return { tables: [], rows: all };
}
