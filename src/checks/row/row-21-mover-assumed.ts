import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

/** One finding for a whole table that has neither column, with the count. */
function forTable(params: Params): boolean {
  return params['payees'] !== undefined;
}

/**
 * Nothing says whether a household was relocated: paid with a warning (reading `mover`). One a payee; one a table, with the
 * count, where the table has neither column.
 */
export const moverAssumed = defineCheck({
  code: 'ROW-21',
  name: 'mover-assumed',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { benefit: '务工交通补贴', amount: '800.00' },
  text: {
    zh: {
      title: '看不出是不是搬迁户',
      what: (p) =>
        forTable(p)
          ? `应有搬迁批次或户类型，现两列都没有；${param(p, 'payees')}户（人）按搬迁户核算，应得共${param(p, 'amount')}元`
          : `搬迁批次或户类型应写明，现看不出是不是搬迁户，按搬迁户核算${param(p, 'benefit')}${param(p, 'amount')}元`,
      why: '只有搬迁户才能享受，不是搬迁户的就发错了',
      how: '请核对是否搬迁户并补填；不是的请停发，或用 --reading mover=strict 重新运行',
    },
    en: {
      title: 'Nothing says whether the household was relocated',
      what: (p) =>
        forTable(p)
          ? `搬迁批次 or 户类型 should be there; neither column is, ${param(p, 'payees')} are reckoned as relocated, ${param(p, 'amount')} in all`
          : `搬迁批次 or 户类型 should say it; neither does, ${param(p, 'benefit')} ${param(p, 'amount')} is reckoned as for a relocated household`,
      why: 'only relocated households are entitled',
      how: 'check and fill in one of them; stop the line if wrong, or run with --reading mover=strict',
    },
  },
  examples: [],
});
