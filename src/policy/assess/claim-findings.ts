import { foldKey } from '../../domain/key.js';
import { cellPlace } from '../../findings/cell-place.js';
import type { FindingDraft } from '../../findings/collector.js';
import { namesWord } from '../kinds/word-match.js';
import type { Application } from '../facts/applications.js';
import type { Pack } from '../pack/pack.js';
import { similar } from '../pack/similar.js';
import { reasonText } from '../words/reason-words.js';
import type { Assessed } from './evaluate-benefit.js';
import type { RosterGroups } from './roster-groups.js';

/** Where a reason of "cannot decide" stands in 申请: field and header. */
const CELLS: Readonly<Record<string, readonly [key: string, header: string]>> = {
  'level-blank': ['level', '等级'],
  'word-unlisted': ['level', '等级'],
  'quantity-blank': ['quantity', '数量'],
  'unit-blank': ['unit', '单位'],
  'unit-other': ['unit', '单位'],
  'unit-differs': ['unit', '单位'],
  'months-blank': ['months', '月数'],
  'months-differ': ['months', '月数'],
  'premium-blank': ['premium', '缴费金额'],
  'stated-amount-blank': ['amount', '金额'],
};

/** Claims of one person that cannot be decided, each at its own cell: ROW-62. */
export function claimFindings({ entitlement, claims, context }: Assessed<Application>): FindingDraft[] {
  return claims.flatMap(({ subject: { row }, outcome }): FindingDraft[] => {
    if (outcome.outcome !== 'undecided') return [];
    const [key, header] = CELLS[outcome.reason] ?? ['item', '补贴项目'];
    const values = outcome.values ?? {};
    const wanted = values['wanted'] ?? '';
    return [
      {
        code: 'ROW-62',
        severity: 'warning',
        place: cellPlace(context.roster.roster, row, key, header),
        subject: { household: entitlement.householdId, person: row.personId, name: row.name },
        params: {
          benefit: entitlement.benefit,
          reason: reasonText(outcome.reason, values, 'zh'),
          reasonEn: reasonText(outcome.reason, values, 'en'),
          known: String(wanted),
        },
      },
    ];
  });
}

/** Every word of 补贴项目 that the benefits of a pack pay. */
export function claimWords(pack: Pick<Pack, 'benefits'>): string[] {
  return [...new Set(pack.benefits.flatMap(({ for: target }) => (target.each === 'application' ? target.kinds : [])))];
}

/**
 * Rows of 申请 that no benefit of the pack pays: a 补贴项目 that it has no word for. A word close to one of the pack's is a
 * slip of the pen (ROW-60); any other may be meant for another document (ROW-61). The person's other claims are paid.
 */
export function unknownClaims(pack: Pick<Pack, 'benefits'>, groups: RosterGroups): FindingDraft[] {
  const words = claimWords(pack);
  if (words.length === 0) return [];
  return groups.roster.rows.申请.flatMap((row): FindingDraft[] => {
    if (row.item === null || namesWord(words, row.item) !== undefined) return [];
    const near = nearestWord(row.item, words);
    return [
      {
        code: near === null ? 'ROW-61' : 'ROW-60',
        severity: 'warning',
        place: cellPlace(groups.roster, row, 'item', '补贴项目'),
        subject: { household: row.householdId, person: row.personId, name: row.name },
        value: row.item,
        params: { found: row.item, near: near ?? '', known: words.join('、') },
      },
    ];
  });
}

/** The word that is meant: one letter off, or one that contains the other. */
function nearestWord(found: string, words: readonly string[]): string | null {
  const folded = foldKey(found);
  const inside = words.filter((word) => folded.length >= 2 && (word.includes(folded) || folded.includes(word)));
  const [only] = inside;
  return inside.length === 1 && only !== undefined ? only : similar(folded, words);
}
