import { two } from './identity.js';

/**
 * Clean households of one community, before anything is spoilt: everything agrees with everything.
 *
 * @typedef {Record<string, string | number | null>} Row
 * @typedef {{ household: Row, members: Row[], businesses: Row[] }} Home
 */

const BANKS = ['宁夏银行灵武支行', '中国农业银行灵武市支行', '中国邮政储蓄银行灵武市支行', '宁夏黄河农村商业银行'];
const PLACES = [
  ['宁夏回族自治区灵武市', '宁东能源化工基地某煤化公司'],
  ['宁夏回族自治区灵武市', '灵武羊绒园区服装厂'],
  ['宁夏回族自治区银川市兴庆区', '银川市家政服务公司'],
  ['宁夏回族自治区吴忠市利通区', '利通区食品加工厂'],
  ['内蒙古自治区鄂尔多斯市', '鄂尔多斯建筑劳务公司'],
  ['福建省福州市', '福州市电子装配厂'],
];
const EVIDENCE = ['工资流水', '劳动合同', '工资流水、劳动合同', '单位证明'];

/**
 * @param {import('./chance.js').Chance} chance
 * @param {import('./identity.js').Identities} people
 * @param {{ prefix: string, community: string, count: number }} wanted
 * @returns {Home[]}
 */
export function makeHomes(chance, people, { prefix, community, count }) {
  return Array.from({ length: count }, (_, i) => makeHome(chance, people, `${prefix}${String(i + 1).padStart(4, '0')}`, community));
}

/**
 * @param {import('./chance.js').Chance} chance
 * @param {import('./identity.js').Identities} people
 * @param {string} number
 * @param {string} community
 * @returns {Home}
 */
function makeHome(chance, people, number, community) {
  const surname = people.surname();
  const members = makeMembers(chance, people, number, surname);
  const head = /** @type {Row} */ (members[0]);
  const businesses = makeBusinesses(chance, people, number, members);
  const size = members.length;
  const wages = sum(members, '年务工收入');
  const earned = sum(businesses, '年经营收入');
  const property = chance.chance(20) ? chance.whole(2, 30) * 100 : null;
  const transfer = chance.whole(10, 34) * 60 * size + pensioners(members) * 2640;
  const cost = earned > 0 ? Math.round(earned * chance.whole(15, 35)) / 100 : null;
  const net = wages + earned + (property ?? 0) + transfer - (cost ?? 0);
  const perHead = Math.round((net / size) * 100) / 100;
  const mover = chance.chance(88);
  return {
    household: {
      户编号: number,
      户主姓名: head['姓名'] ?? null,
      户主身份证号: head['身份证号'] ?? null,
      乡镇: '宁东镇',
      社区: community,
      户类型: mover ? '生态移民户' : '一般农户',
      搬迁批次: mover ? chance.pick(['“十二五”', '“十三五”']) : null,
      家庭人口数: size,
      收入年度: 2023,
      年务工收入: wages === 0 && chance.chance(15) ? null : wages,
      年经营收入: earned === 0 ? null : earned,
      财产性收入: property,
      转移性收入: transfer,
      生产经营支出: cost,
      人均纯收入: perHead,
      上年人均纯收入: Math.round(perHead * chance.whole(86, 99)) / 100,
      监测对象类别: chance.chance(6) ? chance.pick(['边缘易致贫户', '脱贫不稳定户', '突发严重困难户']) : null,
      风险是否消除: null,
      证明材料: '收入核实表',
      开户银行: chance.pick(BANKS),
      账户名称: head['姓名'] ?? null,
      银行账号: people.account(),
      联系电话: people.phone(),
      备注: null,
    },
    members,
    businesses,
  };
}

/**
 * @param {import('./chance.js').Chance} chance
 * @param {import('./identity.js').Identities} people
 * @param {string} number
 * @param {string} surname
 * @returns {Row[]}
 */
function makeMembers(chance, people, number, surname) {
  const old = chance.chance(7);
  const headAge = old ? chance.whole(66, 82) : chance.whole(30, 58);
  const headSex = chance.chance(88) ? '男' : '女';
  /** @type {Row[]} */
  const members = [];
  const add = (/** @type {string} */ relation, /** @type {number} */ age, /** @type {'男' | '女'} */ sex, /** @type {string} */ family) => {
    members.push(makeMember(chance, { number, relation, age, sex, name: people.name(family, sex), id: people.id(age, sex) }));
  };
  add('户主', headAge, headSex, surname);
  if (chance.chance(84)) add('配偶', headAge - chance.whole(-2, 5), headSex === '男' ? '女' : '男', people.surname());
  if (old) return members;
  const children = chance.pick([0, 1, 1, 2, 2, 2, 3]);
  for (let i = 0; i < children; i++) {
    const age = Math.max(1, headAge - 23 - i * 3 - chance.whole(0, 4));
    if (age > 30) continue;
    const sex = chance.chance(52) ? '男' : '女';
    add(sex === '男' ? '之子' : '之女', age, sex, surname);
  }
  if (members.length < 3) members.forEach((member) => modest(chance, member));
  if (headSex === '男' && chance.chance(22)) add('之母', headAge + chance.whole(19, 25), '女', people.surname());
  return members;
}

/** One or two people without children stay below what would look like a slip. @param {import('./chance.js').Chance} chance @param {Row} member */
function modest(chance, member) {
  if (member['年务工收入'] === null) return;
  const wage = chance.whole(15, 22) * 100;
  member['月工资'] = wage;
  member['年务工收入'] = wage * Number(member['务工月数']);
}

/**
 * @param {import('./chance.js').Chance} chance
 * @param {{ number: string, relation: string, age: number, sex: '男' | '女', name: string, id: string }} who
 * @returns {Row}
 */
function makeMember(chance, { number, relation, age, sex, name, id }) {
  const school = age < 6 ? null : age < 12 ? '小学' : age < 15 ? '初中' : age < 19 ? '高中' : null;
  const able = age >= 19 && age < 62;
  const works = able && chance.chance(relation === '户主' ? 90 : 66);
  const months = works ? chance.whole(5, 11) : null;
  const wage = works ? chance.whole(17, 38) * 100 : null;
  const start = works ? `2022-${two(chance.whole(10, 12))}-${two(chance.whole(1, 28))}` : null;
  const [place, employer] = works ? chance.pick(PLACES) : [null, null];
  return {
    户编号: number,
    姓名: name,
    身份证号: id,
    与户主关系: relation,
    性别: sex,
    劳动技能: age < 16 || school !== null ? null : able ? chance.pick(['普通劳动力', '普通劳动力', '技能劳动力']) : age < 70 ? '弱劳动力或半劳动力' : '无劳动力',
    在校生状况: school,
    健康状况: age > 65 && chance.chance(40) ? '长期慢性病' : '健康',
    就业状态: works ? '外出务工' : able || (age >= 62 && age < 70) ? '未就业' : null,
    务工单位: employer ?? null,
    务工所在地: place ?? null,
    务工开始日期: start,
    务工结束日期: null,
    务工月数: months,
    月工资: wage,
    年务工收入: months === null || wage === null ? null : months * wage,
    签订劳动合同: works ? chance.pick(['是', '是', '否']) : null,
    缴纳社会保险: works ? chance.pick(['是', '否', '否']) : null,
    证明材料: works ? chance.pick(EVIDENCE) : null,
    就业意愿: able ? '是' : null,
  };
}

/**
 * @param {import('./chance.js').Chance} chance
 * @param {import('./identity.js').Identities} people
 * @param {string} number
 * @param {readonly Row[]} members
 * @returns {Row[]}
 */
function makeBusinesses(chance, people, number, members) {
  const owner = members.find((member) => member['就业状态'] === '未就业' && member['劳动技能'] !== '弱劳动力或半劳动力');
  if (owner === undefined || !chance.chance(55)) return [];
  const kind = chance.pick(['养殖业', '养殖业', '种植业', '个体工商户', '个体工商户', '小微企业']);
  const registered = kind === '个体工商户' || kind === '小微企业';
  owner['就业状态'] = '自主创业';
  const age = chance.whole(1, 5);
  return [
    {
      户编号: number,
      经营者姓名: owner['姓名'] ?? null,
      经营者身份证号: owner['身份证号'] ?? null,
      主体类型: kind,
      主体名称: registered ? `灵武市${String(owner['姓名']).slice(0, 1)}记${chance.pick(['便民超市', '牛羊肉店', '面馆', '汽修铺', '理发店'])}` : null,
      统一社会信用代码: registered ? people.creditCode(kind === '小微企业' ? '91' : '92') : null,
      登记日期: registered ? `${2023 - age}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}` : null,
      经营状态: '正常',
      年经营收入: chance.whole(60, 620) * 100,
      带动就业人数: registered ? chance.whole(0, 2) : null,
      证明材料: registered ? '营业执照、纳税记录' : '村级核实表、照片',
    },
  ];
}

/** 基础养老金 comes from sixty. @param {readonly Row[]} members */
function pensioners(members) {
  return members.filter((member) => Number(String(member['身份证号']).slice(6, 10)) <= 1962).length;
}

/** @param {readonly Row[]} rows @param {string} column */
function sum(rows, column) {
  return rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
}
