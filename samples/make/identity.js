/** Invented names, ID numbers, accounts and codes. Check digits are right; nobody is meant. */

const SURNAMES = [...'马王李张杨白丁纳哈海田金周吴何罗赵刘陈黄苏冯沙虎兰禹闵柳'];
const MALE = [...'建国志强文军海龙学明永福晓东成林浩然振华玉山少平伟忠宝贵立新'];
const FEMALE = [...'秀英桂兰玉梅淑珍小燕丽娟晓霞雪莲慧芳春花彩云红艳凤琴月娥'];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Region of 灵武市, where 宁东镇 lies. */
const REGION = '640181';

/** @typedef {import('./chance.js').Chance} Chance */

/** Keeps numbers apart within one set of samples. */
export class Identities {
  #ids = new Set();
  #names = new Set();
  #account = 0;
  #phone = 0;
  #code = 0;

  /** @param {Chance} chance */
  constructor(chance) {
    this.chance = chance;
  }

  surname() {
    return this.chance.pick(SURNAMES);
  }

  /** @param {string} surname @param {'男' | '女'} sex */
  name(surname, sex) {
    const given = sex === '男' ? MALE : FEMALE;
    for (let tries = 0; ; tries++) {
      const name = surname + this.chance.pick(given) + (this.chance.chance(85) || tries > 5 ? this.chance.pick(given) : '');
      if (this.#names.has(name) && tries < 20) continue;
      this.#names.add(name);
      return name;
    }
  }

  /** A valid 18-digit number. @param {number} age in 2024 @param {'男' | '女'} sex */
  id(age, sex) {
    for (;;) {
      const birth = `${2024 - age}${two(this.chance.whole(1, 9))}${two(this.chance.whole(1, 28))}`;
      const order = this.chance.whole(1, 498) * 2 + (sex === '男' ? 1 : 0);
      const first = `${REGION}${birth}${String(order).padStart(3, '0')}`;
      const id = first + idCheck(first);
      if (this.#ids.has(id)) continue;
      this.#ids.add(id);
      return id;
    }
  }

  /** 19 digits that pass the card check; the run of zeros shows that it is invented. */
  account() {
    this.#account += 1;
    const first = `622848000000${String(this.#account * 37).padStart(6, '0')}`;
    return first + luhn(first);
  }

  phone() {
    this.#phone += 1;
    return `1390000${String(this.#phone * 7).padStart(4, '0')}`;
  }

  /** 统一社会信用代码 of an individual business (92) or a company (91). @param {'92' | '91'} kind */
  creditCode(kind) {
    this.#code += 1;
    const first = `${kind}${REGION}MA${String(this.#code * 13).padStart(7, '0')}`;
    let sum = 0;
    for (let i = 0; i < 17; i++) sum += CODE_ALPHABET.indexOf(first.charAt(i)) * (CODE_WEIGHTS[i] ?? 0);
    return first + CODE_ALPHABET.charAt((31 - (sum % 31)) % 31);
  }
}

/** @param {string} first17 */
export function idCheck(first17) {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17.charAt(i)) * (ID_WEIGHTS[i] ?? 0);
  return '10X98765432'.charAt(sum % 11);
}

/** @param {string} digits */
function luhn(digits) {
  let sum = 0;
  [...digits].reverse().forEach((digit, i) => {
    const value = i % 2 === 0 ? Number(digit) * 2 : Number(digit);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}

/** @param {number} number */
export function two(number) {
  return String(number).padStart(2, '0');
}
