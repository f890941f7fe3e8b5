import { describe, expect, test } from 'vitest';
import { employmentPicture, isDisabled, isLabourCapable, WORKING_AGES } from '../../src/domain/labour.js';
import { BLANK_MEMBER } from '../policy/blank-rows.js';

const DAY = '2024-10-31';
const of = (born: string, more: object = {}) => ({
  ...BLANK_MEMBER,
  personId: `640181${born}0010`,
  ...more,
});

describe('who is able to work', () => {
  test.each([
    ['残疾', true],
    ['肢体残疾二级', true],
    ['重残', true],
    ['健康，听力残疾四级', true],
    ['无残疾', false],
    ['非残疾', false],
    ['没有残疾', false],
    ['健康', false],
    ['长期慢性病', false],
    [null, false],
  ])('健康状况 %s is a disability: %s', (health, is) => {
    expect(isDisabled(health)).toBe(is);
  });

  test.each([
    ['disabled and nothing said of the skill', { health: '残疾二级' }, null],
    ['disabled, and said to be able', { health: '残疾四级', labourSkill: '弱劳动力或半劳动力' }, true],
    ['disabled, and said not to be able', { health: '残疾一级', labourSkill: '丧失劳动力' }, false],
    ['disabled and at work', { health: '残疾四级', employmentStatus: '务工' }, true],
    ['disabled and in prison', { health: '残疾四级', employmentStatus: '服刑' }, false],
    ['healthy', { health: '健康' }, true],
    ['a soldier', { employmentStatus: '参军', labourSkill: '普通劳动力' }, false],
  ])('%s', (_, more, capable) => {
    expect(isLabourCapable(of('19850101', more), DAY)).toBe(capable);
  });

  test('a disabled pensioner is simply too old', () => {
    expect(isLabourCapable(of('19500101', { health: '残疾' }), DAY)).toBe(false);
  });

  test.each([
    [false, '未就业', false],
    [false, null, false],
    [false, '务工', true],
    [true, '未就业', true],
    [null, '未就业', true],
  ])('with only the willing counted: wish %s, status %s', (workWish, employmentStatus, capable) => {
    const member = of('19850101', { workWish, employmentStatus });
    expect(isLabourCapable(member, DAY, { ...WORKING_AGES, onlyWilling: true })).toBe(capable);
    expect(isLabourCapable(member, DAY)).toBe(true);
  });

  test('a disabled member leaves the household open, neither without work nor without labour', () => {
    const picture = employmentPicture([of('19850101', { health: '残疾', employmentStatus: '未就业' })], DAY);
    expect(picture).toMatchObject({ anyCapable: null, anyEmployed: false });
  });
});
