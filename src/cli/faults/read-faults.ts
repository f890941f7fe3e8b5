import { findCheck } from '../../checks/index.js';
import { textOf } from '../../checks/render-finding.js';
import type { FindingDraft } from '../../findings/collector.js';
import type { ReadFault } from '../../tables/grid.js';
import { Fault, type FaultText } from './fault.js';

/** A file that cannot be read, as a finding (FIL-01): lists and annotated results show it like any other problem. */
export function unreadableFinding(error: ReadFault): FindingDraft {
  return {
    code: 'FIL-01',
    severity: 'error',
    place: { file: error.file },
    params: { reason: error.reason, ...error.params },
  };
}

/** The same as a fault: exit code 2, `file-encrypted`, `file-missing` … for scripts. */
export function unreadableFault(error: ReadFault): Fault {
  return new Fault(`file-${error.reason}`, faultText(error, 'zh'), faultText(error, 'en'), { cause: error });
}

function faultText(error: ReadFault, lang: 'zh' | 'en'): FaultText {
  const params = { reason: error.reason, ...error.params };
  const text = findCheck('FIL-01')?.text[lang];
  if (text === undefined) return { what: error.message, how: '' };
  const separator = lang === 'zh' ? '：' : ': ';
  return {
    what: `${error.file}${separator}${text.what(params)}`,
    why: textOf(text.why, params),
    how: textOf(text.how, params),
  };
}
