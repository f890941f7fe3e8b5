import type { TableKind } from '../../domain/roster.js';
import type { Pack } from './pack.js';
import type { Benefit } from './schema.js';

/** A record's field, `成员.wageIncome`. */
type FieldName = `${TableKind}.${string}`;
type Scope = Benefit['for']['each'];

/** What scopes and facts say of themselves, handed in: fields of a scope, and of a fact (null: everything). */
export interface ReadBy {
  scope(each: Scope): readonly string[];
  fact(each: Scope, word: string): readonly string[] | null | undefined;
}

/** What each fact of a payment reads, where the fact does not say so itself. One that neither names reads everything. */
const BY_FACT: Readonly<Record<string, readonly FieldName[]>> = {
  'household-size': ['住户.size'],
  'evidenced-wages': ['成员.wageIncome', '成员.evidence', '住户.wageIncome', '住户.evidence'],
  'farm-income': ['经营.kind', '经营.income', '经营.evidence', '住户.businessIncome'],
  'qualifying-business': ['经营.kind', '经营.status', '经营.registeredOn', '经营.evidence'],
  'business-income': ['经营.kind', '经营.status', '经营.registeredOn', '经营.income', '经营.evidence'],
  mover: ['住户.householdType', '住户.relocationBatch'],
  'contract-and-insurance': ['成员.labourContract', '成员.socialInsurance'],
  'worked-long-enough': ['成员.workStart', '成员.workEnd', '成员.workMonths'],
  'worked-this-year': ['成员.workStart', '成员.workEnd'],
  'months-of-this-year': ['成员.workStart', '成员.workEnd', '成员.workMonths'],
  'work-distance': ['成员.workPlace'],
  'target-workers': ['用工.category', '用工.hiredOn', '用工.leftOn'],
  'new-hires': ['用工.hiredOn', '用工.leftOn', '用工.gender'],
  recognised: ['单位.recognisedOn', '单位.recognitionNumber'],
  'is-broker': ['单位.kind'],
  'placed-workers': ['劳务输出.registeredCounty', '劳务输出.employer', '劳务输出.startedOn', '劳务输出.endedOn'],
  'startup-kind': ['经营.kind'],
  'first-business': ['经营.firstBusiness'],
  returnee: ['经营.returnee'],
  registered: ['经营.registeredOn'],
  'runs-normally': ['经营.status'],
  'business-old-enough': ['经营.registeredOn'],
  'creates-jobs': ['经营.jobsCreated'],
  'course-ended': ['培训.endedOn'],
  'passed-if-required': ['培训.passed'],
  'is-institution': ['单位.kind'],
  'passed-courses': ['培训.startedOn', '培训.endedOn', '培训.days', '培训.passed'],
};

/** What a reading adds where it is not its default: its id and choice. */
const BY_READING: Readonly<Record<string, readonly FieldName[]>> = {
  'farm-income=net': ['住户.operatingCost'],
  'public-post-wage=not-counted': ['成员.employmentStatus'],
};

/** Fields that say who someone is: what cannot be read there is an error under every policy. */
export const IDENTITY: ReadonlySet<string> = new Set([
  'householdId',
  'headName',
  'headId',
  'name',
  'personId',
  'relation',
  'creditCode',
  'brokerCode',
  'institutionCode',
]);

/**
 * The fields that the payments of a pack and their caps read under the readings chosen, identities aside; null where that
 * cannot be told, so that everything counts: a pack that pays nothing, a fact or a kind of payee not named above.
 */
export function fieldsRead(
  pack: Pick<Pack, 'benefits'>,
  readings: Readonly<Record<string, string>>,
  by: ReadBy,
): ReadonlySet<string> | null {
  if (pack.benefits.length === 0) return null;
  const fields = new Set<string>();
  for (const benefit of pack.benefits) {
    const { each } = benefit.for;
    for (const field of by.scope(each)) fields.add(field);
    for (const word of wordsOf(benefit)) {
      const read = BY_FACT[word] ?? by.fact(each, word);
      if (read === null) return null;
      for (const field of read ?? []) fields.add(field);
    }
  }
  for (const [id, choice] of Object.entries(readings))
    for (const field of BY_READING[`${id}=${choice}`] ?? []) fields.add(field);
  return fields;
}

/** Every text in a rule: names of facts among them. */
function* wordsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value as Readonly<Record<string, unknown>>)) yield* wordsOf(part);
}
