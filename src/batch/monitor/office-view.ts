import type { Pack } from '../../policy/pack/pack.js';
import type { MonitorResult, OpenProblem } from './monitoring.js';
import { isOffice } from './target-problems.js';

/** Whether a clause is on the duty of an office, named in full or short. */
export function isOnDuty(pack: Pick<Pack, 'duty'>, clause: string, office: string): boolean {
  return (pack.duty[clause] ?? []).some((one) => isOffice(one, office));
}

/**
 * The month as one 责任单位 is shown it: the targets and flags of its clauses and their problems, and nothing else. The whole
 * month where no office was asked for.
 */
export function officeView(result: MonitorResult, office: string | null): MonitorResult {
  if (office === null) return result;
  const own = new Set<string>();
  const packs = result.packs.map((one) => {
    const { pack } = one;
    for (const rule of [...pack.targets, ...pack.flags])
      if (isOnDuty(pack, rule.clause, office)) own.add(`${pack.id}/${rule.id}`);
    const isOwn = (id: string): boolean => own.has(`${pack.id}/${id}`);
    return {
      ...one,
      flags: one.flags.filter(({ flag }) => isOwn(flag)),
      flagsNotRun: one.flagsNotRun.filter(({ flag }) => isOwn(flag)),
      targets: one.targets.filter(({ target }) => isOwn(target)),
    };
  });
  const isTheirs = ({ kind, what, policies }: OpenProblem): boolean =>
    kind !== 'finding' && policies.some((pack) => own.has(`${pack}/${what}`));
  return { ...result, packs, problems: result.problems.filter(isTheirs), findings: [] };
}
