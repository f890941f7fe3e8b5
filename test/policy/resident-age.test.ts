import { expect, test } from 'vitest';
import fc from 'fast-check';
import { ageOn, dayFromNumber } from '../../src/domain/calendar.js';
import { ageOfResident, birthDateOf } from '../../src/domain/resident-id.js';
import { madeUpId } from '../../src/policy/cases/case-cells.js';

test('the age by numbers is the age by the calendar, 29 February included', () => {
  const days = fc.integer({ min: -20_000, max: 22_000 }).map(dayFromNumber);
  const births = fc.oneof(days, fc.constantFrom('1996-02-29', '2000-02-29', '2004-02-29'));
  const ends = fc.oneof(days, fc.constantFrom('2023-02-28', '2023-03-01', '2024-02-29', '2024-02-28'));
  fc.assert(
    fc.property(births, ends, (birth, day) => {
      const id = madeUpId(birth.replaceAll('-', ''), 1);
      expect(ageOfResident(id, day)).toBe(ageOn(birthDateOf(id), day));
    }),
    { numRuns: 2000 },
  );
});

test('an ID without a real birth date has no age', () => {
  expect(ageOfResident('640302199002300011', '2024-01-01')).toBeNull();
  expect(ageOfResident('640302199013010011', '2024-01-01')).toBeNull();
});
