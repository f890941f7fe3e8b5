import { isFilled } from './evidence.js';
import type { HouseholdRow } from './roster.js';

/** On the register of 监测对象. A blank class means not on it: the column lists only those who are; so does a day of identification. */
export function isOnRegister(row: HouseholdRow | null): boolean {
  if (row === null) return false;
  if (row.monitoringClass === null) return row.identifiedOn !== null;
  return !/^(非|不是|否$|一般)/.test(row.monitoringClass);
}

/** Whether the risk was removed: as stated, else by a day on which it was; null when neither says so. */
export function isRiskCleared(row: HouseholdRow): boolean | null {
  return row.riskCleared ?? (row.clearedOn === null ? null : true);
}

const DESTITUTE = /特困|五保/;
const SUBSISTENCE = /低保/;
const DENIED = /非低保|非特困|不享受|未享受|没有享受/;

/**
 * The standing aid of a household: 特困 before 低保. 低保或特困 says so itself (a bare 是 is 低保, a refusal is none), else
 * 户类型 and 监测对象类别 do. Null when none is named.
 */
export function standingAidOf(row: HouseholdRow | null): '特困' | '低保' | null {
  if (row === null) return null;
  const own = row.aid ?? '';
  if (DESTITUTE.test(own) && !DENIED.test(own)) return '特困';
  if (isFilled(row.aid) && !DENIED.test(own)) return '低保';
  if (row.aid !== null) return null;
  const words = `${row.householdType ?? ''}${row.monitoringClass ?? ''}`;
  if (DENIED.test(words)) return null;
  if (DESTITUTE.test(words)) return '特困';
  return SUBSISTENCE.test(words) ? '低保' : null;
}
