import { sentName } from '../../domain/bank-identity.js';
import { isMaskedAccount } from '../../domain/masked-text.js';
import type { FindingDraft } from '../../findings/collector.js';
import { sameAccount } from './bank-row-match.js';
import type { ReturnRequest } from './return-request.js';

/** BNK-10: the file names another batch, none of its rows is ours, or all of it was booked before the batch was sent. */
export function otherBatch(request: ReturnRequest): FindingDraft | null {
  const { batchId, lines, rows, sentOn } = request;
  const refuse = (found: string, place: FindingDraft['place'] = {}): FindingDraft => {
    return { code: 'BNK-10', severity: 'error', place, params: { found, batch: batchId } };
  };
  const stated = rows.find(({ batch }) => batch !== null && batch !== batchId && /^[\w-]+\.\d{4}-\d{2}\./.test(batch));
  if (stated !== undefined) return refuse(stated.batch ?? '', stated.place);
  const named = (request.named ?? []).filter((id) => id !== batchId && !id.startsWith(`${batchId}-`));
  if (named[0] !== undefined && request.named?.some((id) => id.startsWith(batchId)) !== true) return refuse(named[0]);
  const [first] = rows;
  if (first === undefined) return refuse('');
  if (sentOn !== null && rows.every(({ day }) => day !== null && day < sentOn))
    return refuse(first.day ?? '', first.at('day'));
  const accounts = new Set(lines.map(({ line }) => line.account.accountNumber));
  const names = new Set(lines.map(({ line }) => sentName(line)));
  const known = rows.some(
    ({ account, name }) =>
      (account !== null && accounts.has(account)) ||
      (name !== null && names.has(name)) ||
      (account !== null &&
        isMaskedAccount(account) &&
        lines.some(({ line }) => sameAccount(account, line.account.accountNumber))),
  );
  const numbered = rows.every(({ account, name }) => account === null && name === null);
  return known || numbered ? null : refuse('');
}
