import type { IsoDate } from './calendar.js';
import type { Fen } from './money.js';

/**
 * The rows of the standard workbook (src/CONTRACT.md §3) as typed records. `null` means blank, unknown or unreadable — never
 * zero and never no. An unreadable cell also leaves an error finding, which holds the payment.
 *
 * A record knows its row; the cell of a value is computed from (table, row, field), see `cellOf` in tables/.
 */
export interface RowReference {
  /** Index into `Roster.tables`. */
  readonly table: number;
  /** Row number as the spreadsheet shows it, from 1. */
  readonly row: number;
  /** Fields of this row that held something unreadable; absent when there are none. */
  readonly unreadable?: readonly string[];
  /** The amount the roster itself claims for this row (申报金额); absent without such a column. Compared, never paid. */
  readonly claimed?: Fen;
}

export interface BankAccount {
  readonly bankName: string | null;
  readonly accountName: string | null;
  readonly accountNumber: string | null;
}

/** 住户 */
export interface HouseholdRow extends RowReference, BankAccount {
  readonly householdId: string | null;
  readonly headName: string | null;
  /** 18 characters, or null when unreadable. */
  readonly headId: string | null;
  readonly township: string | null;
  readonly community: string | null;
  readonly householdType: string | null;
  readonly relocationBatch: string | null;
  readonly size: number | null;
  readonly incomeYear: number | null;
  readonly wageIncome: Fen | null;
  readonly businessIncome: Fen | null;
  readonly propertyIncome: Fen | null;
  readonly transferIncome: Fen | null;
  readonly operatingCost: Fen | null;
  readonly perCapitaIncome: Fen | null;
  readonly lastPerCapitaIncome: Fen | null;
  readonly monitoringClass: string | null;
  readonly riskCleared: boolean | null;
  readonly evidence: string | null;
  readonly phone: string | null;
  readonly remark: string | null;
  /** What the household had to pay itself for illness, school or disaster in the year (自付刚性支出). */
  readonly unavoidableCost: Fen | null;
  /** 风险类型: 因病 因学 因灾 因残 因意外事故 务工就业不稳 …; several stand beside each other. */
  readonly riskKind: string | null;
  /** Day on which the household was put on the monitoring register, and taken off it. */
  readonly identifiedOn: IsoDate | null;
  readonly clearedOn: IsoDate | null;
  /** 低保 or 特困; a refusal says that it has neither. */
  readonly aid: string | null;
  /** 帮扶责任人. */
  readonly responsible: string | null;
}

/** 成员 */
export interface MemberRow extends RowReference, BankAccount {
  readonly householdId: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  readonly relation: string | null;
  readonly labourSkill: string | null;
  readonly schooling: string | null;
  readonly health: string | null;
  readonly employmentStatus: string | null;
  readonly employer: string | null;
  readonly workPlace: string | null;
  readonly workStart: IsoDate | null;
  readonly workEnd: IsoDate | null;
  readonly workMonths: number | null;
  readonly monthlyWage: Fen | null;
  readonly wageIncome: Fen | null;
  readonly labourContract: boolean | null;
  readonly socialInsurance: boolean | null;
  readonly evidence: string | null;
  readonly skill: string | null;
  readonly workWish: boolean | null;
  readonly trainingWish: boolean | null;
  /** Optional columns of wider layouts, used by cross checks only. */
  readonly gender: string | null;
  readonly age: number | null;
  readonly birthDate: IsoDate | null;
  readonly phone: string | null;
}

/** 经营 */
export interface BusinessRow extends RowReference, BankAccount {
  readonly householdId: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  readonly kind: string | null;
  readonly businessName: string | null;
  readonly creditCode: string | null;
  readonly registeredOn: IsoDate | null;
  readonly status: string | null;
  readonly income: Fen | null;
  readonly jobsCreated: number | null;
  readonly firstBusiness: boolean | null;
  readonly returnee: boolean | null;
  readonly evidence: string | null;
}

/** 单位 */
export interface OrganisationRow extends RowReference, BankAccount {
  readonly name: string | null;
  readonly creditCode: string | null;
  readonly kind: string | null;
  readonly recognisedOn: IsoDate | null;
  readonly recognitionNumber: string | null;
  readonly posts: number | null;
  /** 法定代表人 with ID number, in wider layouts: whose employers are taken together. */
  readonly owner: string | null;
  readonly ownerId: string | null;
}

/** 用工 */
export interface WorkerRow extends RowReference {
  readonly organisationName: string | null;
  readonly creditCode: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  readonly category: string | null;
  readonly hiredOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
  readonly gender: string | null;
}

/** 劳务输出 */
export interface PlacementRow extends RowReference {
  readonly brokerName: string | null;
  /** 统一社会信用代码, or the 18-character ID number of a 劳务经纪人. */
  readonly brokerCode: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  readonly registeredCounty: string | null;
  readonly employer: string | null;
  readonly startedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

/** 培训 */
export interface TrainingRow extends RowReference {
  readonly name: string | null;
  readonly personId: string | null;
  readonly householdId: string | null;
  readonly kind: string | null;
  readonly institution: string | null;
  readonly institutionCode: string | null;
  readonly course: string | null;
  readonly startedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly days: number | null;
  readonly passed: boolean | null;
  readonly certificate: string | null;
}

/** 服务 */
export interface ServiceRow extends RowReference {
  readonly name: string | null;
  readonly personId: string | null;
  readonly kind: string | null;
  readonly date: IsoDate | null;
  readonly result: string | null;
  readonly note: string | null;
}

/** 安置点 */
export interface SiteRow extends RowReference {
  readonly name: string | null;
  readonly township: string | null;
  readonly population: number | null;
  readonly formerPoor: number | null;
  readonly workshopPosts: number | null;
  readonly workshopMovers: number | null;
  readonly workshopMinutes: number | null;
  readonly willingHouseholds: number | null;
  readonly willingPersons: number | null;
  readonly teamSize: number | null;
}

/** 申请: one row a claim, with what a rule counts and no other table holds. */
export interface ApplicationRow extends RowReference, BankAccount {
  readonly householdId: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  /** 补贴项目, a word of the pack. */
  readonly item: string | null;
  /** May have decimals (3.5 亩). */
  readonly quantity: number | null;
  readonly unit: string | null;
  /** 金额: what an invoice, a loan or a rent comes to. */
  readonly amount: Fen | null;
  readonly level: string | null;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly months: number | null;
  readonly premium: Fen | null;
  readonly evidence: string | null;
}

/** 指标填报 */
export interface IndicatorRow extends RowReference {
  readonly clause: string | null;
  readonly subject: string | null;
  /** As written: a count, an amount, 是/否 or text. */
  readonly value: string | null;
  readonly unit: string | null;
  readonly date: IsoDate | null;
  readonly note: string | null;
}

export interface RosterRows {
  住户: HouseholdRow;
  成员: MemberRow;
  经营: BusinessRow;
  单位: OrganisationRow;
  用工: WorkerRow;
  劳务输出: PlacementRow;
  培训: TrainingRow;
  服务: ServiceRow;
  安置点: SiteRow;
  申请: ApplicationRow;
  指标填报: IndicatorRow;
}

export type TableKind = keyof RosterRows;

export const TABLE_KINDS: readonly TableKind[] = [
  '住户',
  '成员',
  '经营',
  '单位',
  '用工',
  '劳务输出',
  '培训',
  '服务',
  '安置点',
  '申请',
  '指标填报',
];

/** A column of a source table that was recognised as a field. */
export interface SourceColumn {
  /** From 0. */
  readonly column: number;
  /** As written, leaf of the header path. */
  readonly header: string;
  /** For amounts in a unit larger than 元: 分 that the last decimal shown in the column stands for. */
  readonly step?: number;
}

/** Where the rows of one sheet came from. */
export interface TableSource {
  readonly index: number;
  /** Path as given on the command line. */
  readonly file: string;
  readonly sheet: string;
  readonly kind: TableKind;
  /** Index of the table of member rows whose household columns this is; absent for a table of its own. */
  readonly carriedBy?: number;
  /** First and last header row, from 1. */
  readonly headerRows: readonly [number, number];
  readonly columns: ReadonlyMap<string, SourceColumn>;
  /** Column of the amounts the roster claims; absent when it has none. */
  readonly claim?: SourceColumn;
  /** Number of data rows. */
  readonly rows: number;
}

/** A total that a cover or summary sheet (封面, 汇总表) states about the roster. */
export interface StatedTotal {
  readonly file: string;
  readonly sheet: string;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** As written, and normalised for comparing. */
  readonly label: string;
  readonly key: string;
  /** In hundredths: 分 of an amount; a count times 100. */
  readonly amount: Fen;
  /** The place that the figure is about; null for the whole roster. */
  readonly place: string | null;
  /** How far the roster may be from it for its unit and decimals to show the same, in hundredths. */
  readonly tolerance: number;
}

/**
 * Everything that was read. A sheet of 成员 rows that also carries 住户 columns gives rows to both lists and is two tables
 * here, one of each kind, so that a field such as 年务工收入 has one column in each.
 */
export interface Roster {
  readonly tables: readonly TableSource[];
  readonly rows: { readonly [K in TableKind]: readonly RosterRows[K][] };
  /** Totals of cover sheets; absent when there are none. */
  readonly covers?: readonly StatedTotal[];
}

/** 就业状态 that counts as employed; null when blank or not in the list. */
export function isEmployed(status: string | null): boolean | null {
  if (status === null) return null;
  if (EMPLOYED.has(status)) return true;
  return NOT_EMPLOYED.has(status) ? false : null;
}

export const EMPLOYED: ReadonlySet<string> = new Set([
  '已就业',
  '务工',
  '外出务工',
  '自主创业',
  '灵活就业',
  '公益性岗位',
  '务农',
  '自营',
  '本地务工',
  '省外务工',
  '乡村公益性岗位',
]);
/** Words of 就业状态 that put a person outside the labour force. */
export const OUTSIDE_LABOUR_FORCE: ReadonlySet<string> = new Set(['退休', '参军', '服刑', '在校']);
export const NOT_EMPLOYED: ReadonlySet<string> = new Set(['未就业', '失业', '待业', '无业', ...OUTSIDE_LABOUR_FORCE]);
