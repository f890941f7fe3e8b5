import { sha256 } from '../domain/content-hash.js';
import { maskId, maskNumbersInText } from '../domain/masking.js';
import { looksLikePersonId } from '../domain/resident-id.js';
import type { Acceptance, AcceptanceName } from '../findings/acceptance.js';
import type { Finding } from '../findings/finding.js';
import { renderFinding } from './render-finding.js';

/**
 * What a warning is accepted by (src/CONTRACT.md §4 *Accepting*): its code, whom it concerns and what it says, never its place: rows
 * move from month to month. Where masking hides digits of the value, three more tell that it is still the same; they are too
 * few to find the number by.
 */
export function acceptanceName(finding: Finding): AcceptanceName {
  const { code, place } = finding;
  const { what, value } = renderFinding(finding, 'zh', { reveal: false });
  const header = place.header === null ? '' : `「${place.header.replace(/\s+/g, '')}」`;
  const check = finding.value === null || finding.value === value ? '' : `（${sha256(finding.value).slice(0, 3)}）`;
  const object = objectOf(finding);
  const content = maskNumbersInText(`${header}${what}${value === '' ? '' : `　${value}${check}`}`).replace(/\s+/g, ' ');
  return { code, object, content, key: acceptanceKey(code, object, content) };
}

/** The key of a code, object and content as a list gives them. */
export function acceptanceKey(code: string, object: string, content: string): string {
  return sha256([code, object, content].map(plain).join('\n')).slice(0, 12);
}

/** As cells are read: width folded, without blanks and the apostrophe before what looks like a formula. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^'(?=[=+\-@])/, '')
    .replace(/\s+/g, '');
}

function objectOf({ subject, place }: Finding): string {
  const { household, organisation, person, name } = subject;
  const parts = [household, organisation, person].map((id) => (id === null ? null : masked(id)));
  const known = [...new Set([...parts, name])].filter((part) => part !== null && part !== '');
  return known.length > 0 ? known.join(' ') : fileName(place.file ?? '');
}

/** Without folders, and without what our own copies add to it. */
function fileName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.(?:校验|修正)(?=\.)/g, '');
}

function masked(id: string): string {
  return looksLikePersonId(id) ? maskId(id) : id;
}

/** Warnings that somebody accepted, by key. */
export type Acceptances = ReadonlyMap<string, Acceptance>;

/** The acceptance of a finding; null for what nobody accepted, and for everything but a warning. */
export function acceptanceOf(finding: Finding, accepted: Acceptances): Acceptance | null {
  if (accepted.size === 0 || finding.severity !== 'warning') return null;
  return accepted.get(acceptanceName(finding).key) ?? null;
}
