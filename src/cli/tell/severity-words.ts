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

/** Whether the findings make the exit code 1 under `--fail-on`. */
export function failsOn(counts: SeverityCounts, failOn: FailOn): boolean {
  if (failOn === 'never') return false;
  return counts.errors > 0 || (failOn === 'warning' && counts.warnings > 0);
}
