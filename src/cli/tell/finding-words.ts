import { findCheck } from '../../checks/index.js';
import { renderFinding } from '../../checks/render-finding.js';
import type { FindingWords } from '../../documents/run/run-document.js';
import type { Finding, Lang } from '../../findings/finding.js';

/** Puts findings into words for documents. */
export function findingWords(lang: Lang, reveal: boolean): (finding: Finding) => FindingWords {
  return (finding) => {
    const { title, what, why, how } = renderFinding(finding, lang, { reveal });
    return { name: findCheck(finding.code)?.name ?? finding.code, title, what, why, how };
  };
}
