import { maskName } from '../../domain/masking.js';
import type { Roster } from '../../domain/roster.js';
import type { FindingDraft } from '../../findings/collector.js';
import { rosterChanges } from './row-changes.js';

/**
 * LED-06 against the roster of last month: how many came, how many went, how many accounts changed, with the first
 * names. Counted by household, or by the first table that both rosters have. Nothing when nothing moved.
 */
export function previousRosterFindings(previous: Roster, roster: Roster): FindingDraft[] {
  const { changes } = rosterChanges(previous, roster);
  const moved = changes.filter(({ change, accountChanged }) => change !== '变更' || accountChanged);
  const [first] = moved;
  if (first === undefined) return [];
  const table = moved.some((change) => change.table === '住户') ? '住户' : first.table;
  const own = moved.filter((change) => change.table === table && change.change !== '变更');
  const accounts = moved.filter(({ accountChanged }) => accountChanged);
  const names = [...own, ...accounts].flatMap(({ name }) => (name === null ? [] : [maskName(name)])).slice(0, 5);
  return [
    {
      code: 'LED-06',
      severity: 'info',
      params: {
        against: 'roster',
        table,
        added: own.filter(({ change }) => change === '新增').length,
        gone: own.filter(({ change }) => change === '退出').length,
        accounts: accounts.length,
        names: names.join('、'),
      },
    },
  ];
}
