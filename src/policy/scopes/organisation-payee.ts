import type { Payee } from '../../domain/charge.js';
import { checkCreditCode } from '../../domain/credit-code.js';
import { readResidentId } from '../../domain/resident-id.js';
import type { OrganisationRow } from '../../domain/roster.js';
import { accountOf, householdOrder, NO_ACCOUNT, organisationOrder, type Candidate } from '../assess/payees.js';
import type { RosterGroups } from '../assess/roster-groups.js';
import { personAccount } from './person-payee.js';

function listedAccount(rows: readonly OrganisationRow[]): Candidate<unknown>['account'] | null {
  for (const row of rows) {
    const account = accountOf(row);
    if (account !== null) return account;
  }
  return null;
}

/** A 劳务经纪人 may be a person: the code is then an 18-character ID number and no valid credit code. */
export function payeeOfCode(code: string, name: string): Payee {
  const isPerson = readResidentId(code).problem === 'ok' && checkCreditCode(code) !== 'ok';
  return { kind: isPerson ? 'person' : 'organisation', id: code, name };
}

/** An organisation, or a 劳务经纪人 by ID number, as payee. */
export function organisationCandidate<Subject>(
  code: string,
  name: string | null,
  listed: readonly OrganisationRow[],
  subject: Subject,
  groups: RosterGroups,
): Candidate<Subject> {
  const payee = payeeOfCode(code, name ?? '');
  if (payee.kind === 'organisation')
    return {
      payee,
      idNumber: null,
      household: null,
      householdId: null,
      account: listedAccount(listed) ?? NO_ACCOUNT,
      subjects: [subject],
      order: organisationOrder(groups.orderOf(code)),
    };
  const household = groups.householdOfPerson(code);
  const own = personAccount(code, household, groups);
  return {
    payee,
    idNumber: code,
    household,
    householdId: household?.id ?? null,
    account: own === NO_ACCOUNT ? (listedAccount(listed) ?? NO_ACCOUNT) : own,
    subjects: [subject],
    order: householdOrder(household, groups.orderOf(code)),
  };
}
