import { idCheck } from './identity.js';

/**
 * What clerks get wrong, put into clean households one by one. Each entry says what it shows; samples/README.md lists
 * them. A household is spoilt once at most, so that each finding can be seen by itself.
 *
 * @typedef {import('./households.js').Row} Row
 * @typedef {import('./households.js').Home} Home
 * @typedef {{ shows: string, fits: (home: Home) => boolean, spoil: (home: Home) => void }} Plant
 */

const FULL_WIDTH = /** @param {unknown} value */ (value) =>
  String(value).replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

/** @param {Home} home @returns {Row} */
const earner = (home) => /** @type {Row} */ (home.members.find((member) => member['年务工收入'] !== null));
/** @param {Home} home */
const hasEarner = (home) => home.members.some((member) => member['年务工收入'] !== null);
/** @param {Home} home @returns {Row} */
const last = (home) => /** @type {Row} */ (home.members.at(-1));
/** @param {Home} home */
const hasFamily = (home) => home.members.length >= 3 && home.businesses.length === 0;
/** @param {Home} home @returns {Row} */
const firstBusiness = (home) => /** @type {Row} */ (home.businesses[0]);
/** @param {Home} home */
const registered = (home) => home.businesses.some((row) => row['登记日期'] !== null);
/** @param {Home} home */
const plain = (home) => hasEarner(home) && home.businesses.length === 0;

/** @type {readonly Plant[]} */
export const PLANTS = [
  { shows: '身份证号校验码不对', fits: hasFamily, spoil: (home) => wrongCheck(last(home)) },
  { shows: '身份证号校验码不对', fits: hasFamily, spoil: (home) => wrongCheck(last(home)) },
  {
    shows: '身份证号少一位',
    fits: hasFamily,
    spoil: (home) => void (last(home)['身份证号'] = String(last(home)['身份证号']).slice(0, 17)),
  },
  {
    shows: '身份证号存成数字，末几位已丢失（只在 xlsx 里）',
    fits: hasFamily,
    spoil: (home) => void (last(home)['身份证号'] = Number(`${String(last(home)['身份证号']).slice(0, 15)}000`)),
  },
  {
    shows: '家庭人口数与成员行数不符',
    fits: (home) => hasFamily(home) && plain(home),
    spoil: (home) => {
      home.household['家庭人口数'] = home.members.length + 1;
      perHead(home);
    },
  },
  {
    shows: '同一人写了两行',
    fits: (home) => hasFamily(home) && plain(home) && last(home)['年务工收入'] === null,
    spoil: (home) => void home.members.push({ ...last(home) }),
  },
  {
    shows: '金额写成文字「约八千」',
    fits: plain,
    spoil: (home) => void (home.household['转移性收入'] = '约八千'),
  },
  {
    shows: '户年务工收入与成员之和不符',
    fits: plain,
    spoil: (home) => {
      home.household['年务工收入'] = Number(home.household['年务工收入']) + 6000;
      perHead(home);
    },
  },
  {
    shows: '人均纯收入与明细不符',
    fits: plain,
    spoil: (home) => void (home.household['人均纯收入'] = Number(home.household['人均纯收入']) + 500),
  },
  {
    shows: '就业状态没有填（零就业待核实）',
    fits: (home) => home.members.some((member) => member['就业状态'] === '未就业') && !hasEarner(home) && home.businesses.length === 0,
    spoil: (home) => home.members.forEach((member) => void (member['就业状态'] = null)),
  },
  {
    shows: '务工收入没有证明材料',
    fits: (home) => plain(home) && Number(home.household['人均纯收入']) > 11000,
    spoil: (home) => home.members.forEach((member) => void (member['证明材料'] = null)),
  },
  {
    shows: '务工收入没有证明材料（写了「无」）',
    fits: (home) => plain(home) && Number(home.household['人均纯收入']) > 11000,
    spoil: (home) => void (earner(home)['证明材料'] = '无'),
  },
  { shows: '与户主关系不在可选项内', fits: hasFamily, spoil: (home) => void (last(home)['与户主关系'] = '侄子') },
  {
    shows: '有务工收入没有务工时间',
    fits: plain,
    spoil: (home) => Object.assign(earner(home), { 务工月数: null, 务工开始日期: null, 月工资: null }),
  },
  {
    shows: '务工月数大于 12',
    fits: plain,
    spoil: (home) => Object.assign(earner(home), { 务工月数: 15 }),
  },
  { shows: '联系电话少一位', fits: plain, spoil: (home) => void (home.household['联系电话'] = '139000012') },
  { shows: '没有银行账号', fits: plain, spoil: (home) => void (home.household['银行账号'] = null) },
  { shows: '收入年度不在政策期内', fits: plain, spoil: (home) => void (home.household['收入年度'] = 2022) },
  { shows: '收入年度还没有结束', fits: plain, spoil: (home) => void (home.household['收入年度'] = 2025) },
  {
    shows: '申报下一年度，仍在政策期内',
    fits: plain,
    spoil: (home) => void (home.household['收入年度'] = 2024),
  },
  {
    shows: '有年经营收入，没有经营表的行',
    fits: (home) => home.businesses.length > 0 && Number(home.household['年经营收入']) >= 8000 * home.members.length,
    spoil: (home) => void home.businesses.splice(0),
  },
  { shows: '经营状态为注销', fits: registered, spoil: (home) => void (firstBusiness(home)['经营状态'] = '注销') },
  { shows: '登记未满一年', fits: registered, spoil: (home) => void (firstBusiness(home)['登记日期'] = '2024-05-20') },
  {
    shows: '统一社会信用代码校验位不对',
    fits: registered,
    spoil: (home) => {
      const code = String(firstBusiness(home)['统一社会信用代码']);
      firstBusiness(home)['统一社会信用代码'] = code.slice(0, 17) + (code.endsWith('7') ? '8' : '7');
    },
  },
  { shows: '全角数字', fits: plain, spoil: (home) => wide(home.household, ['家庭人口数', '转移性收入']) },
  { shows: '全角数字', fits: plain, spoil: (home) => wide(home.household, ['户编号', '联系电话']) },
  {
    shows: '金额写「元」和千分位',
    fits: plain,
    spoil: (home) => {
      const wages = Number(home.household['年务工收入']);
      home.household['年务工收入'] = `${Math.floor(wages / 1000)},${String(wages % 1000).padStart(3, '0')}元`;
    },
  },
  {
    shows: '姓名中间有全角空格',
    fits: plain,
    spoil: (home) => void (home.household['户主姓名'] = String(home.household['户主姓名']).split('').join('\u3000')),
  },
  {
    shows: '身份证号中间有空格，末位小写 x',
    fits: hasFamily,
    spoil: (home) => {
      const id = String(last(home)['身份证号']).toLowerCase();
      last(home)['身份证号'] = `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
    },
  },
  {
    shows: '日期写成 2022年11月',
    fits: plain,
    spoil: (home) => void (earner(home)['务工开始日期'] = '2022年11月'),
  },
];

/**
 * Spoils one household for each plant: the first that fits, from `start` on, in steps. Returns what was put where.
 *
 * @param {readonly Home[]} homes @param {readonly Plant[]} plants @param {number} start
 */
export function spoil(homes, plants, start) {
  const used = new Set();
  let at = start;
  return plants.map((plant) => {
    for (let tries = 0; tries < homes.length; tries++, at++) {
      const index = at % homes.length;
      const home = homes[index];
      if (home === undefined || used.has(index) || !plant.fits(home)) continue;
      used.add(index);
      at += 4;
      const number = String(home.household['户编号']);
      plant.spoil(home);
      return { number, shows: plant.shows };
    }
    throw new Error(`no household fits: ${plant.shows}`);
  });
}

/** One person stands in two households: the daughter who married and moved. @param {Home} from @param {Home} to */
export function sameDaughter(from, to) {
  const person = last(from);
  to.members.push({ ...person, 户编号: to.household['户编号'] ?? null, 与户主关系: '之儿媳' });
  to.household['家庭人口数'] = to.members.length;
  perHead(to);
}

/** Two households use one account. @param {Home} first @param {Home} second */
export function sameAccount(first, second) {
  second.household['银行账号'] = first.household['银行账号'] ?? null;
}

/** @param {Row} member */
function wrongCheck(member) {
  const id = String(member['身份证号']);
  member['身份证号'] = id.slice(0, 17) + (idCheck(id.slice(0, 17)) === '5' ? '6' : '5');
}

/** @param {Row} row @param {readonly string[]} columns */
function wide(row, columns) {
  for (const column of columns) row[column] = FULL_WIDTH(row[column]);
}

/** The clerk's formula after a change. @param {Home} home */
function perHead({ household }) {
  const part = (/** @type {string} */ column) => Number(household[column] ?? 0);
  const net = part('年务工收入') + part('年经营收入') + part('财产性收入') + part('转移性收入') - part('生产经营支出');
  household['人均纯收入'] = Math.round((net / part('家庭人口数')) * 100) / 100;
}
