import type { Severity } from '../../findings/finding.js';
import type { FailOn } from '../line/options.js';

export interface SeverityCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

export function countSeverities(findings: Iterable<{ readonly severity: Severity }>): SeverityCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return { errors: counts.error, warnings: counts.warning, infos: counts.info };
}

/** How often each code was found, errors before warnings before notes. */
export function countCodes(
  findings: Iterable<{ readonly code: string; readonly severity: Severity }>,
): ReadonlyMap<string, number> {
  const counts = {
    error: new Map<string, number>(),
    warning: new Map<string, number>(),
    info: new Map<string, number>(),
  };
  for (const { code, severity } of findings) counts[severity].set(code, (counts[severity].get(code) ?? 0) + 1);
  const all = new Map<string, number>();
  for (const severity of ['error', 'warning', 'info'] as const)
    for (const [code, count] of [...counts[severity]].sort()) all.set(code, (all.get(code) ?? 0) + count);
  return all;
}

/** Whether the findings make the exit code 1 under `--fail-on`. */
export function failsOn(counts: SeverityCounts, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return counts.errors > 0 || (failOn === 'warning' && counts.warnings > 0);
}
