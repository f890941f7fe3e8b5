import type { Invocation } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { missingArgument } from '../usage-faults.js';

/** `explain CODE`, `explain` (all codes) or `explain --batch BATCH HOUSEHOLD|ID`. */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const { positional, values, spec } = invocation;
  const batch = values.text('batch');
  if (batch === null) {
    const { explainCodes } = await import('../explain-check.js');
    return explainCodes(invocation);
  }
  if (positional.length === 0)
    throw missingArgument(spec.name, {
      zh: '户编号、身份证号或统一社会信用代码',
      en: 'a household, an ID or a credit code',
    });
  const { explainPayment } = await import('../explain-payment.js');
  return await explainPayment(invocation, batch);
}
