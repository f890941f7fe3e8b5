import { maskNumbersInText } from '../domain/masking.js';
import type { Params } from '../findings/finding.js';

/**
 * A value of the finding as text for a message; a dash when whoever raised it left it out. Params should hold masked text
 * already; a full number that slipped through is masked here.
 */
export function param(params: Params, name: string): string {
  const value = params[name];
  return value === undefined || value === '' ? '—' : maskNumbersInText(String(value));
}

/** The text of the finding's `reason`; `otherwise` for a reason that has no text of its own. */
export function reasonText(texts: Readonly<Record<string, string>>, params: Params, otherwise: string): string {
  return texts[String(params['reason'])] ?? otherwise;
}
