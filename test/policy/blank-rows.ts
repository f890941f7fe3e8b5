import type {
  BusinessRow,
  HouseholdRow,
  MemberRow,
  OrganisationRow,
  PlacementRow,
  Roster,
  TrainingRow,
  WorkerRow,
} from '../../src/domain/roster.js';

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

export const BLANK_ORGANISATION: OrganisationRow = {
  table: 3,
  row: 2,
  ...account,
  name: null,
  creditCode: null,
  kind: null,
  recognisedOn: null,
  recognitionNumber: null,
  posts: null,
};

export const BLANK_WORKER: WorkerRow = {
  table: 4,
  row: 2,
  organisationName: null,
  creditCode: null,
  name: null,
  personId: null,
  category: null,
  hiredOn: null,
  leftOn: null,
  gender: null,
};

export const BLANK_PLACEMENT: PlacementRow = {
  table: 5,
  row: 2,
  brokerName: null,
  brokerCode: null,
  name: null,
  personId: null,
  registeredCounty: null,
  employer: null,
  startedOn: null,
  endedOn: null,
};

export const BLANK_TRAINING: TrainingRow = {
  table: 6,
  row: 2,
  name: null,
  personId: null,
  householdId: null,
  kind: null,
  institution: null,
  institutionCode: null,
  course: null,
  startedOn: null,
  endedOn: null,
  days: null,
  passed: null,
  certificate: null,
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
