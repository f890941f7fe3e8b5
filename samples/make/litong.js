/**
 * Makes samples/litong-2022-11: a month of 利通区 with every kind of payee, numbers on both sides of the bands. Every
 * identity is invented.
 */
import { Chance } from './chance.js';
import { Identities } from './identity.js';
import { writeTables } from './tables.js';

/** @typedef {import('./households.js').Row} Row */

const chance = new Chance(20221130);
const people = new Identities(chance);
const PLACES = [
  ['福建省福州市', '福州市电子装配厂'],
  ['宁夏回族自治区银川市兴庆区', '银川市家政服务公司'],
  ['宁夏回族自治区吴忠市利通区', '利通区食品加工厂'],
  ['内蒙古自治区鄂尔多斯市', '鄂尔多斯建筑劳务公司'],
];
const SITES = ['金丰社区', '涝河桥村', '蔡桥中心村', '同利村', '利原村', '利同新村', '渔光湖村'];

/** @type {Row[]} */ const households = [];
/** @type {Row[]} */ const members = [];
/** @type {Row[]} */ const businesses = [];
/** @type {Row[]} */ const organisations = [];
/** @type {Row[]} */ const workers = [];
/** @type {Row[]} */ const placements = [];
/** @type {Row[]} */ const trainings = [];

/** @param {string} name */
function account(name) {
  return { 开户银行: '宁夏银行利通支行', 账户名称: name, 银行账号: people.account() };
}

/** @param {number} age */
function person(age) {
  const sex = chance.pick(/** @type {const} */ (['男', '女']));
  return { name: people.name(people.surname(), sex), id: people.id(age, sex) };
}

for (let i = 1; i <= 60; i++) {
  const number = `LT${String(i).padStart(4, '0')}`;
  const head = person(chance.whole(28, 55));
  const other = person(chance.whole(24, 50));
  const wages = chance.whole(120, 420) * 100;
  households.push({
    户编号: number,
    户主姓名: head.name,
    户主身份证号: head.id,
    乡镇: ['金积镇', '上桥镇', '板桥乡', '扁担沟镇'][i % 4] ?? null,
    社区: SITES[i % 7] ?? null,
    户类型: i % 9 === 0 ? '一般农户' : '政策性搬迁户',
    搬迁批次: i % 9 === 0 ? null : '“十二五”',
    家庭人口数: 2,
    收入年度: 2022,
    年务工收入: wages.toFixed(2),
  });
  const [place, employer] = PLACES[i % 4] ?? PLACES[0] ?? ['', ''];
  members.push(member(number, head, '户主', i, place, employer, wages), member(number, other, '配偶', 0, null, null, 0));
}

/**
 * @param {string} number @param {{ name: string, id: string }} one @param {string} relation @param {number} job
 * @param {string | null | undefined} place @param {string | null | undefined} employer @param {number} wages
 * @returns {Row}
 */
function member(number, one, relation, job, place, employer, wages) {
  const works = job > 0;
  return {
    户编号: number,
    姓名: one.name,
    身份证号: one.id,
    与户主关系: relation,
    劳动技能: '普通劳动力',
    就业状态: works ? '务工' : chance.pick(['未就业', '灵活就业', '公益性岗位']),
    务工单位: employer ?? null,
    务工所在地: place ?? null,
    // Some began half a year before the month's end to the day, some a day later.
    务工开始日期: works ? (job % 10 === 0 ? '2022-05-30' : job % 10 === 1 ? '2022-05-31' : '2022-03-01') : null,
    年务工收入: works ? wages.toFixed(2) : null,
    签订劳动合同: works ? (job % 7 === 0 ? '否' : '是') : null,
    缴纳社会保险: works ? '是' : null,
    证明材料: works ? '劳动合同、工资流水' : null,
    技能: works ? '装配' : null,
    就业意愿: '是',
    培训意愿: '是',
    ...account(one.name),
  };
}

/** @param {string} name @param {string} kind @param {number} staff @param {string} hired */
function organisation(name, kind, staff, hired) {
  const code = people.creditCode('91');
  organisations.push({
    单位名称: name,
    统一社会信用代码: code,
    单位类型: kind,
    认定日期: kind === '创业孵化基地' ? '2022-06-01' : null,
    认定文号: kind === '创业孵化基地' ? '利人社发〔2022〕18号' : null,
    岗位总数: staff === 0 ? null : staff + 5,
    ...account(name),
  });
  for (let i = 0; i < staff; i++) {
    const one = person(chance.whole(20, 55));
    workers.push({
      单位名称: name,
      统一社会信用代码: code,
      姓名: one.name,
      身份证号: one.id,
      人员类别: chance.pick(['脱贫人口', '农村低收入人口', '搬迁群众']),
      入职日期: hired,
      离职日期: null,
    });
  }
  return code;
}

organisation('利通区同利扶贫车间', '就业帮扶车间', 10, '2022-03-01');
organisation('利通区金丰服装车间', '就业帮扶车间', 11, '2022-03-01');
organisation('利通区渔光湖电子车间', '就业帮扶车间', 31, '2022-03-01');
organisation('利通区利原手工车间', '就业帮扶车间', 100, '2022-03-01');
organisation('吴忠市安心家庭服务公司', '家庭服务企业', 9, '2022-04-01');
organisation('吴忠市好帮手家庭服务公司', '家庭服务企业', 20, '2022-04-01');
organisation('利通区返乡创业孵化基地', '创业孵化基地', 0, '2022-01-01');
const school = organisation('利通区餐饮职业培训学校', '培训机构', 0, '2022-01-01');
const brokers = [
  ['利通区金桥劳务公司', organisation('利通区金桥劳务公司', '劳务中介组织', 0, '2022-01-01')],
  ['吴忠市万通劳务公司', organisation('吴忠市万通劳务公司', '劳务中介组织', 0, '2022-01-01')],
];

for (let i = 0; i < 30; i++) {
  const one = person(chance.whole(20, 50));
  const [name, code] = brokers[i % 2] ?? ['', ''];
  placements.push({
    中介名称: name ?? null,
    中介代码: code ?? null,
    姓名: one.name,
    身份证号: one.id,
    户籍县区: i % 8 === 0 ? '盐池县' : '利通区',
    用工单位: '福州市电子装配厂',
    开始日期: i % 6 === 0 ? '2022-09-15' : '2022-06-01',
    结束日期: null,
  });
  // A worker whom both brokers claim: the earlier start is paid.
  if (i === 5) placements.push({ ...placements.at(-1), 中介名称: brokers[0]?.[0] ?? null, 中介代码: brokers[0]?.[1] ?? null, 开始日期: '2022-07-01' });
}

for (let i = 0; i < 12; i++) {
  const one = /** @type {Row} */ (members[i * 2]);
  businesses.push({
    户编号: one['户编号'] ?? null,
    经营者姓名: one['姓名'] ?? null,
    经营者身份证号: one['身份证号'] ?? null,
    主体类型: i % 3 === 0 ? '小微企业' : '个体工商户',
    主体名称: `利通区${String(one['姓名']).slice(0, 1)}记商行${i + 1}`,
    统一社会信用代码: people.creditCode('92'),
    登记日期: i % 4 === 0 ? '2021-12-01' : '2021-05-10',
    经营状态: i === 7 ? '停业' : '正常',
    年经营收入: (chance.whole(150, 600) * 100).toFixed(2),
    带动就业人数: i % 5,
    首次创业: '是',
    返乡创业人员: i === 3 ? '否' : '是',
    证明材料: '营业执照',
    开户银行: one['开户银行'] ?? null,
    账户名称: one['账户名称'] ?? null,
    银行账号: one['银行账号'] ?? null,
  });
}

for (let i = 0; i < 40; i++) {
  const one = /** @type {Row} */ (members[i * 2 + 1]);
  const kind = ['技能', '餐饮服务', '创业', '两后生', '劳务经纪人'][i % 5] ?? '技能';
  const days = kind === '餐饮服务' ? [9, 10, 11][i % 3] ?? 10 : kind === '两后生' ? 120 : 5;
  trainings.push({
    姓名: one['姓名'] ?? null,
    身份证号: one['身份证号'] ?? null,
    户编号: one['户编号'] ?? null,
    培训类别: kind,
    培训机构: '利通区餐饮职业培训学校',
    机构代码: school,
    课程: { 技能: '装配工', 餐饮服务: '中式面点', 创业: '创业基础', 两后生: '汽修', 劳务经纪人: '经纪人实务' }[kind] ?? null,
    开始日期: '2022-06-06',
    结束日期: kind === '两后生' ? '2022-10-31' : '2022-06-20',
    培训天数: days,
    是否合格: i % 11 === 10 ? '否' : '是',
    证书: i % 11 === 10 ? null : '专项职业能力证书',
  });
}

await writeTables('litong-2022-11', { 住户: households, 成员: members, 经营: businesses, 单位: organisations, 用工: workers, 劳务输出: placements, 培训: trainings });
