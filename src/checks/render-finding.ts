import { maskId, maskName, maskNumbersInText } from '../domain/masking.js';
import type { Finding, FindingPlace, Lang, Params } from '../findings/finding.js';
import { cellAddress } from '../tables/grid.js';
import type { Check } from './define-check.js';
import { findCheck } from './index.js';

export interface RenderOptions {
  /** Show ID numbers, accounts and names unmasked; the run records that it was asked for. */
  readonly reveal: boolean;
}

/** A finding in words. None of the texts ends in a full stop; `how` starts with what to do. */
export interface RenderedFinding {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly how: string;
  /** `文件 / 6月名册!F17「月收入」`; empty when the finding is about no place. */
  readonly where: string;
  /** `户 HH0012 张**`; empty when it concerns nobody known. */
  readonly who: string;
  /** The cell as written, masked unless revealed; empty when there is none. */
  readonly value: string;
}

/** Puts a finding into words. A code without a check (there should be none) is shown with its code and values. */
export function renderFinding(finding: Finding, lang: Lang, options: RenderOptions): RenderedFinding {
  const check = findCheck(finding.code);
  const places = { where: renderPlace(finding.place), who: renderSubject(finding, lang, options) };
  const value = finding.value === null ? '' : options.reveal ? finding.value : maskNumbersInText(finding.value);
  if (check === null) return { title: finding.code, what: finding.code, why: '', how: '', ...places, value };
  const text = check.text[lang];
  return {
    title: text.title,
    what: text.what(finding.params),
    why: consequence(finding, check, lang),
    how: textOf(text.how, finding.params),
    ...places,
    value,
  };
}

const NOTHING_HELD: Readonly<Record<Lang, string>> = {
  zh: '这里只作提醒，不因此暂缓发放',
  en: 'a reminder here; it holds no payment',
};

/** Text about held payments is wrong where this finding is a warning; a consequence that looks at the values knows. */
function consequence(finding: Finding, check: Check, lang: Lang): string {
  const text = check.text[lang];
  if (check.severity !== 'error' || finding.severity === 'error') return textOf(text.why, finding.params);
  return text.mild ?? (typeof text.why === 'string' ? NOTHING_HELD[lang] : text.why(finding.params));
}

/** Text that may depend on the values. */
export function textOf(text: string | ((params: Params) => string), params: Params): string {
  return typeof text === 'string' ? text : text(params);
}

/** `文件 / 6月名册!F17「月收入」`, leaving out what is not known. */
export function renderPlace(place: FindingPlace): string {
  const cell = renderCell(place);
  if (place.file === null) return cell;
  return cell === '' ? place.file : `${place.file} / ${cell}`;
}

/** The place inside its file: `6月名册!F17「月收入」`, `6月名册 17`, `6月名册`. */
export function renderCell(place: FindingPlace): string {
  const header = place.header === null ? '' : `「${place.header.replace(/\s+/g, '')}」`;
  const at =
    place.row !== null && place.column !== null
      ? cellAddress(place.row, place.column)
      : place.row !== null
        ? `${place.row}:${place.row}`
        : place.column !== null
          ? cellAddress(1, place.column).replace(/\d+$/, '')
          : '';
  if (place.sheet === null) return at + header;
  return `${place.sheet}${at === '' ? '' : `!${at}`}${header}`;
}

function renderSubject({ subject }: Finding, lang: Lang, { reveal }: RenderOptions): string {
  const parts: string[] = [];
  if (subject.household !== null)
    parts.push(
      `${lang === 'zh' ? '户' : 'household'} ${reveal ? subject.household : maskNumbersInText(subject.household)}`,
    );
  else if (subject.organisation !== null)
    parts.push(reveal ? subject.organisation : maskOrganisation(subject.organisation));
  else if (subject.person !== null) parts.push(reveal ? subject.person : maskId(subject.person));
  if (subject.name !== null) parts.push(reveal ? subject.name : shownName(subject.name));
  return parts.join(' ');
}

function shownName(name: string): string {
  return isPersonName(name) ? maskName(name) : maskNumbersInText(name);
}

/** An organisation's rows name a worker or the organisation itself; only people's names are masked. */
function isPersonName(name: string): boolean {
  return Array.from(name).length <= 4 || /[·•‧・．.]/.test(name);
}

/** A broker may be a person whose ID number stands where a credit code would. */
function maskOrganisation(code: string): string {
  return maskNumbersInText(code);
}
