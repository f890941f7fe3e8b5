import type { SettledEntitlement } from '../../batch/run/run-result.js';
import { notPaid, NOT_PAID_WORDS, type NotPaid, type NotPaidWhy } from '../../documents/run/not-paid.js';
import { reasonOf } from '../../documents/run/not-paid-sheet.js';
import type { RunDocumentInput } from '../../documents/run/run-document.js';
import { maskPayeeId } from '../../documents/model/masked-value.js';
import { maskName } from '../../domain/masking.js';
import { reasonText } from '../../policy/words/reason-words.js';
import type { Lang } from '../../findings/finding.js';

const ORDER: readonly NotPaidWhy[] = ['held', 'undecided', 'not-eligible', 'used-up', 'stopped'];

/** Who gets nothing and why: a line a reason, each with the one who is nearest. Nothing where everybody is paid. */
export function notPaidLines(settled: readonly SettledEntitlement[], lang: Lang, file: string | null): string[] {
  const zh = lang === 'zh';
  const rows = notPaid(settled);
  if (rows.length === 0) return [];
  const payees = new Set(
    rows.map(({ settled: { entitlement } }) => `${entitlement.payee.kind}:${entitlement.payee.id}`),
  );
  const where = file === null ? '' : zh ? `，名单见 ${file} 的「未发名单」` : `; listed in ${file}, sheet 未发名单`;
  const lines = ORDER.flatMap((why) => {
    const own = rows.filter((row) => row.why === why);
    const nearest = nearestOf(own);
    if (nearest === undefined) return [];
    const example = exampleOf(nearest, lang);
    return [
      zh
        ? `    ${NOT_PAID_WORDS[why].zh} ${own.length} 项，最近的是 ${example}`
        : `    ${NOT_PAID_WORDS[why].en}: ${own.length}, nearest ${example}`,
    ];
  });
  return [zh ? `  未发 ${payees.size} 户（人、单位）${where}` : `  not paid: ${payees.size} payees${where}`, ...lines];
}

function nearestOf(rows: readonly NotPaid[]): NotPaid | undefined {
  let best: NotPaid | undefined;
  for (const row of rows) if (best === undefined || gap(row) < gap(best)) best = row;
  return best;
}

function gap({ settled }: NotPaid): number {
  return settled.entitlement.shortBy ?? Number.MAX_SAFE_INTEGER;
}

function exampleOf(one: NotPaid, lang: Lang): string {
  const { entitlement } = one.settled;
  const { payee, benefit } = entitlement;
  const input: Pick<RunDocumentInput, 'stageText' | 'lang'> = {
    lang,
    stageText: ({ because, values }) => reasonText(because, values, lang),
  };
  const name = payee.kind === 'organisation' ? payee.name : maskName(payee.name);
  return `${maskPayeeId(payee.kind, payee.id)} ${name} ${benefit}：${reasonOf(one, input)}`;
}
