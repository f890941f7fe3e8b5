import { renderFinding } from '../../checks/render-finding.js';
import type { Finding, Lang } from '../../findings/finding.js';

const REASONS_SHOWN = 5;

/** Why tables were refused, in one sentence for the fault itself: a command that could not do its job lists no findings. */
export function refusalReasons(findings: readonly Finding[], lang: Lang, otherwise: string): string {
  const told = findings
    .filter(({ severity }) => severity === 'error')
    .slice(0, REASONS_SHOWN)
    .map((finding) => {
      const { where, what } = renderFinding(finding, lang, { reveal: false });
      return `${finding.code} ${where} ${what}`;
    });
  return told.length === 0 ? otherwise : told.join(lang === 'zh' ? '；' : '; ');
}
