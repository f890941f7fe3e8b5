import { endsInPointZero, foldKey, looksLikeDay } from '../../domain/key.js';
import { learnAccount, learnHousehold } from '../../domain/masking.js';
import type { Field } from '../fields/define-table.js';
import type { Cell, ShownCell } from '../grid.js';
import { type HeaderUnit, readAmount, statesLargerUnit } from './amount.js';
import { CellProblem, type CellReading } from './cell-problem.js';
import { readDate } from './date.js';
import {
  EXACT_DIGITS,
  isExponential,
  lostAccount,
  readAccount,
  readCodeOrPersonId,
  readCreditCode,
  readPersonId,
  wholeDigits,
} from './identity.js';
import { readListed, suggestListed } from './listed-value.js';
import { readPersonName } from './person-name.js';
import { readPhone } from './phone.js';
import { cleanText, compact, displayText, isPlaceholder, numberText } from './plain-text.js';
import { readCount, readMonths, readQuantity, readYear } from './whole-number.js';
import { readYesNo } from './yes-no.js';

/**
 * Reads one cell as a value of its field: the bare value, null when blank, or a {@link CellProblem}. `unit` is that of
 * the column's header and counts for money only.
 */
export function readValue(cell: Cell, field: Field, unit: HeaderUnit): CellReading {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'object' && cell.kind === 'shown') return asShown(cell, field, unit);
  if (typeof cell === 'object' && cell.kind !== 'date') {
    const severity = field.severity ?? 'error';
    return cell.kind === 'error'
      ? new CellProblem('CEL-16', severity, {
          found: cell.code,
          ...(cell.code === '#NAME?' ? { reason: 'picture' } : {}),
        })
      : new CellProblem('CEL-15', severity, {});
  }
  switch (field.type) {
    case 'money':
      return money(cell, field, unit);
    case 'count': {
      const count = readCount(cell);
      return count === undefined ? problem('CEL-06', field, { found: displayText(cell), reason: 'count' }) : count;
    }
    case 'quantity': {
      const quantity = readQuantity(cell);
      return quantity === undefined
        ? problem('CEL-06', field, { found: displayText(cell), reason: 'quantity' })
        : quantity;
    }
    case 'months': {
      const months = readMonths(cell);
      if (months === undefined || (months !== null && (months < 0 || months > 12)))
        return new CellProblem(
          'CEL-13',
          'warning',
          { found: displayText(cell) },
          (months ?? 0) > 12 ? (months ?? null) : null,
        );
      return months;
    }
    case 'year': {
      const year = readYear(cell);
      return year === undefined ? problem('CEL-08', field, { found: displayText(cell), reason: 'not-a-year' }) : year;
    }
    case 'date':
    case 'end-date':
      return day(cell, field);
    case 'yes-no': {
      const answer = readYesNo(cell, field.yes, field.no);
      return answer === undefined
        ? problem('CEL-09', field, { found: displayText(cell), suggestion: '', allowed: '是、否' })
        : answer;
    }
    default:
      return text(cell, field);
  }
}

/** A cell that shows something else than it stores is read as shown, or is a problem: never as it is stored. */
function asShown(cell: ShownCell, field: Field, unit: HeaderUnit): CellReading {
  const { value, text: shown, scaled } = cell;
  switch (field.type) {
    case 'money':
    case 'count':
    case 'quantity':
    case 'months':
      if (scaled || shown === null)
        return problem('CEL-06', field, { found: shown ?? String(value), stored: String(value), reason: 'shown' });
      return readValue(/[万千百亿%]/.test(shown) ? shown : value, field, unit);
    default: {
      const isLong = typeof value === 'number' && Math.abs(value) >= EXACT_DIGITS;
      if (isLong) return readValue(value, field, unit);
      if (shown !== null && !(scaled && typeof value === 'string')) return readValue(shown, field, unit);
      return new CellProblem('CEL-22', field.severity ?? 'error', { found: shown ?? '', stored: String(value) });
    }
  }
}

function problem(code: string, field: Field, params: CellProblem['params']): CellProblem {
  return new CellProblem(code, field.severity ?? 'error', params);
}

function money(cell: Cell, field: Field, unit: HeaderUnit): CellReading {
  const amount = readAmount(cell, unit);
  if (typeof amount === 'string') return problem('CEL-06', field, { found: displayText(cell), reason: amount });
  if (amount !== null && amount < 0 && field.mayBeNegative !== true)
    return problem('CEL-06', field, { found: displayText(cell), reason: 'negative' });
  if (amount !== null && statesLargerUnit(cell, unit))
    return new CellProblem('CEL-06', 'warning', { found: displayText(cell), reason: 'larger-unit' }, amount);
  return amount;
}

/** The first or the last day of a spell (2023.10-2024.09); null where the last is not said or still to come. */
export function readSpell(cell: Cell, field: Field, part: 'from' | 'to'): CellReading {
  const reading = readDate(cell);
  if (reading.kind === 'range') return part === 'from' ? reading.from : reading.to;
  return part === 'to' && reading.kind === 'date' ? null : day(cell, field);
}

function day(cell: Cell, field: Field): CellReading {
  const reading = readDate(cell);
  switch (reading.kind) {
    case 'date':
      return reading.date;
    case 'blank':
      return null;
    case 'open':
      return field.type === 'end-date' ? null : problem('CEL-08', field, { found: displayText(cell), reason: 'open' });
    case 'range':
      return problem('CEL-08', field, { found: displayText(cell), reason: 'range' });
    case 'ambiguous': {
      const settled = field.key === 'birthDate' ? null : ofLivingPeople(reading.readings, displayText(cell));
      if (settled !== null) return settled;
      return problem('CEL-17', field, { found: displayText(cell), readings: reading.readings.join('、') });
    }
    case 'problem':
      return problem('CEL-08', field, { found: displayText(cell), reason: reading.reason });
  }
}

/**
 * 23年10月 is 2023: who works, registers or moves now did not do so before 1950, nor after 2049. Null where the two
 * readings differ in more than the century, are no day, or the year may be a month (12.10).
 */
function ofLivingPeople([one = '', other = '', ...more]: readonly string[], written: string): string | null {
  const [thisCentury, lastCentury] = one > other ? [one, other] : [other, one];
  if (more.length > 0 || !thisCentury.startsWith('20') || lastCentury !== `19${thisCentury.slice(2)}`) return null;
  if (!written.includes('年') && Number(thisCentury.slice(2, 4)) <= 12) return null;
  const settled = thisCentury < '2050' ? thisCentury : lastCentury;
  return readDate(settled).kind === 'date' ? settled : null;
}

function text(cell: Cell, field: Field): CellReading {
  if (typeof cell === 'number') {
    const lost = lostDigits(cell, field);
    if (lost !== null) return lost;
  }
  const clean = typeof cell === 'string' ? cleanText(cell) : plain(cell);
  if (clean === '') return null;
  if (field.type === 'as-written') return isPlaceholder(clean) && clean !== '无' ? null : clean;
  if (isPlaceholder(clean)) {
    return field.type === 'name' && field.required === true
      ? new CellProblem('CEL-12', 'error', { found: clean })
      : null;
  }
  switch (field.type) {
    case 'person-id':
      return readPersonId(clean, field.anyDocument === true);
    case 'household-id':
      return householdId(cell, clean);
    case 'name':
      return readPersonName(clean);
    case 'credit-code':
      return readCreditCode(clean);
    case 'credit-code-or-person-id':
      return readCodeOrPersonId(clean);
    case 'account':
      return account(clean);
    case 'phone':
      return readPhone(clean);
    case 'listed':
      return listed(clean, field);
    default:
      return clean;
  }
}

/** An account is known from now on, so that it is masked wherever else it stands. */
function account(clean: string): CellReading {
  const reading = readAccount(clean);
  if (typeof reading === 'string') learnAccount(reading);
  return reading;
}

/** A household's number in the spelling by which it is compared. A day or a fraction was never meant as one. */
function householdId(cell: Cell, clean: string): CellReading {
  if (isExponential(compact(clean))) return new CellProblem('CEL-03', 'error', {});
  const isDay = typeof cell === 'object' && cell !== null && cell.kind === 'date';
  if (isDay || (typeof cell === 'number' && !Number.isInteger(cell)))
    return new CellProblem('CEL-22', 'error', { found: clean, stored: clean, reason: isDay ? 'day' : 'fraction' });
  if (looksLikeDay(clean)) return new CellProblem('CEL-22', 'error', { found: clean, stored: clean, reason: 'day' });
  const key = foldKey(clean);
  learnHousehold(key);
  if (/^\d+\.\d*[1-9]$/.test(key))
    return new CellProblem('CEL-22', 'warning', { found: clean, stored: key, reason: 'fraction' }, key);
  if (endsInPointZero(clean))
    return new CellProblem('CEL-22', 'warning', { found: clean, stored: key, reason: 'point-zero' }, key);
  return key;
}

function plain(cell: Cell): string {
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  if (typeof cell === 'number') return numberText(cell) ?? String(cell);
  return typeof cell === 'object' && cell !== null && cell.kind === 'date' ? cell.iso : displayText(cell);
}

/** Long numbers typed into a number cell keep 15 digits; the rest is gone and cannot be restored. */
function lostDigits(value: number, field: Field): CellProblem | null {
  if (Math.abs(value) < EXACT_DIGITS) {
    const exact = wholeDigits(value) !== null;
    return field.type === 'person-id' && !exact ? new CellProblem('CEL-02', 'error', { reason: 'characters' }) : null;
  }
  switch (field.type) {
    case 'person-id':
    case 'household-id':
      return new CellProblem('CEL-03', 'error', {});
    case 'account':
      return lostAccount();
    case 'credit-code':
    case 'credit-code-or-person-id':
      return new CellProblem('CEL-18', 'warning', { found: String(value), reason: 'lost-digits' });
    default:
      return null;
  }
}

function listed(clean: string, field: Field): CellReading {
  if (field.listed === undefined) return clean;
  const value = readListed(clean, field.listed);
  if (value !== null) return value;
  const severity = field.severity ?? 'error';
  return new CellProblem(
    'CEL-09',
    severity,
    { found: clean, suggestion: suggestListed(clean, field.listed), allowed: field.listed.values.join('、') },
    severity === 'error' ? null : clean,
  );
}
