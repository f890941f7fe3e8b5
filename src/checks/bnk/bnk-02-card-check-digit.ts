import { hasCardCheckDigit } from '../../domain/bank-identity.js';
import { maskAccount } from '../../domain/masking.js';
import type { Roster, RowReference } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ofHousehold, ofMember, ofOrganisation } from '../subject.js';

const MEMBER = { 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' };

interface Card {
  readonly account: string;
  readonly row: RowReference;
  readonly subject: Partial<FindingSubject>;
}

/** Union Pay card numbers of 19 digits; passbook and settlement accounts follow no such rule. */
function* cards({ rows }: Roster): Generator<Card> {
  for (const row of rows.住户) if (isCard(row.accountNumber)) yield card(row, row.accountNumber, ofHousehold(row));
  for (const row of rows.成员) if (isCard(row.accountNumber)) yield card(row, row.accountNumber, ofMember(row));
  for (const row of rows.经营) if (isCard(row.accountNumber)) yield card(row, row.accountNumber, ofMember(row));
  for (const row of rows.单位) if (isCard(row.accountNumber)) yield card(row, row.accountNumber, ofOrganisation(row));
}

function card(row: RowReference, account: string, subject: Partial<FindingSubject>): Card {
  return { account, row, subject };
}

function isCard(account: string | null): account is string {
  return account !== null && /^62\d{17}$/.test(account);
}

function issuerOf(account: string): string {
  return account.slice(0, 6);
}

/** Some 一卡通 numbers follow no check rule (reference/payments.md §4.7): where most of an issuer fail, it has none. */
function usesCheckDigit(issuer: { readonly cards: number; readonly right: number } | undefined): boolean {
  return issuer !== undefined && (issuer.cards < 5 || issuer.right * 2 > issuer.cards);
}

export const cardCheckDigit = defineCheck({
  code: 'BNK-02',
  name: 'card-check-digit',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { found: '***************0001' },
  text: {
    zh: {
      title: '卡号校验位不符',
      what: (p) => `19位卡号的最后一位应符合校验规则，现 ${param(p, 'found')} 不符`,
      why: '可能有一位写错；有的社保卡、存折不用此规则，仍照常导出',
      how: '请对照卡面核对',
    },
    en: {
      title: 'Card number fails its check digit',
      what: (p) => `the last of 19 digits should fit the check rule, ${param(p, 'found')} does not`,
      why: 'a digit may be wrong; some passbooks do not follow the rule, so it is exported all the same',
      how: 'compare with the card',
    },
  },
  examples: [
    {
      title: '末位写错',
      tables: { 成员: [{ ...MEMBER, 银行账号: '6228480000000000017' }] },
      expect: ['成员!银行账号@1'],
    },
    {
      title: '末位正确；存折账号不是卡号',
      tables: {
        成员: [
          { ...MEMBER, 银行账号: '6228480000000000018' },
          {
            ...MEMBER,
            姓名: '李四',
            身份证号: '64018119880808004X',
            与户主关系: '配偶',
            银行账号: '29100001012345678',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    const issuers = new Map<string, { cards: number; right: number }>();
    for (const { account } of cards(roster)) {
      const issuer = issuers.get(issuerOf(account)) ?? { cards: 0, right: 0 };
      issuers.set(issuerOf(account), issuer);
      issuer.cards += 1;
      if (hasCardCheckDigit(account)) issuer.right += 1;
    }
    for (const { account, row, subject } of cards(roster)) {
      if (hasCardCheckDigit(account) || !usesCheckDigit(issuers.get(issuerOf(account)))) continue;
      const place = cellPlace(roster, row, '银行账号');
      report({ place, subject, value: account, params: { found: maskAccount(account) } });
    }
  },
});
