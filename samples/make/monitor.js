/**
 * Makes samples/monitor-2024-10: a monitoring month that uses every table, for several packs at once. Every identity is
 * invented.
 */
import { Chance } from './chance.js';
import { makeHomes } from './households.js';
import { Identities } from './identity.js';
import { writeTables } from './tables.js';

/** @typedef {import('./households.js').Row} Row */

const chance = new Chance(20241101);
const people = new Identities(chance);
const homes = [
  ...makeHomes(chance, people, { prefix: 'LX', community: '灵新社区', count: 60 }),
  ...makeHomes(chance, people, { prefix: 'MY', community: '梅苑社区', count: 50 }),
];

const households = homes.map(({ household }, i) => ({
  ...household,
  收入年度: 2023,
  户类型: i % 4 === 0 ? '搬迁脱贫户' : '移民搬迁户',
  监测对象类别: i % 22 === 0 ? '脱贫不稳定户' : i % 31 === 0 ? '边缘易致贫户' : null,
  风险是否消除: i % 22 === 0 ? (i % 44 === 0 ? '否' : '是') : i % 31 === 0 ? '否' : null,
  备注: i % 37 === 5 ? '户主因病住院' : null,
}));

const members = homes.flatMap(({ members: list }) =>
  list.map((row) => {
    const works = row['就业状态'] !== null && row['就业状态'] !== undefined;
    return {
      ...row,
      技能: works ? (chance.chance(85) ? chance.pick(['装修', '烘焙', '电焊', '养殖', '保育']) : null) : null,
      就业意愿: works ? (chance.chance(92) ? '是' : null) : null,
      培训意愿: works ? chance.pick(['是', '是', '否', null]) : null,
    };
  }),
);
const grown = members.filter((row) => row['就业状态'] !== null && row['就业状态'] !== undefined);
const businesses = homes.flatMap((home) => home.businesses);

/** @param {number} i @returns {Row} */
const someone = (i) => /** @type {Row} */ (grown[(i * 7) % grown.length]);
/** @param {Row} row */
const who = (row) => ({ 姓名: row['姓名'] ?? null, 身份证号: row['身份证号'] ?? null });

const workshop = { 单位名称: '宁东镇灵新扶贫车间', 统一社会信用代码: people.creditCode('91') };
const broker = { 单位名称: '宁东镇通达劳务公司', 统一社会信用代码: people.creditCode('91') };
const school = { 单位名称: '灵武市职业培训学校', 统一社会信用代码: people.creditCode('91') };
const organisations = [
  { ...workshop, 单位类型: '就业帮扶车间', 认定日期: '2023-05-10', 岗位总数: 40 },
  { ...broker, 单位类型: '劳务中介组织', 认定日期: null, 岗位总数: null },
  { ...school, 单位类型: '培训机构', 认定日期: null, 岗位总数: null },
];
const workers = Array.from({ length: 24 }, (_, i) => ({
  ...workshop,
  ...who(someone(i)),
  人员类别: i % 5 === 4 ? '其他' : '搬迁群众',
  入职日期: '2024-02-20',
  离职日期: i === 11 ? '2024-09-15' : null,
}));
const placements = Array.from({ length: 12 }, (_, i) => ({
  中介名称: broker.单位名称,
  中介代码: broker.统一社会信用代码,
  ...who(someone(i + 30)),
  户籍县区: '灵武市',
  用工单位: '福州市电子装配厂',
  开始日期: '2024-04-01',
  结束日期: null,
}));
const COURSES = ['保安', '保育', '装修', '装饰', '烘焙'];
const trainings = Array.from({ length: 45 }, (_, i) => ({
  ...who(someone(i + 50)),
  户编号: someone(i + 50)['户编号'] ?? null,
  培训类别: i % 9 === 8 ? '创业' : '技能',
  培训机构: school.单位名称,
  机构代码: school.统一社会信用代码,
  课程: `${COURSES[i % 4] ?? '保安'}培训班`,
  开始日期: `2024-0${(i % 7) + 2}-04`,
  结束日期: `2024-0${(i % 7) + 2}-15`,
  培训天数: 10,
  是否合格: i % 12 === 11 ? '否' : '是',
  证书: i % 12 === 11 ? null : chance.pick(['合格证书', '职业技能等级证书']),
}));

/** @type {Row[]} */
const services = [];
/** @param {Row} one @param {string} kind @param {string} date */
const serve = (one, kind, date) => services.push({ ...who(one), 服务类别: kind, 日期: date, 结果: '已办', 说明: null });
for (const { household } of homes) {
  const head = { 姓名: household['户主姓名'] ?? null, 身份证号: household['户主身份证号'] ?? null };
  if (chance.chance(94)) serve(head, '走访', `2024-${chance.pick(['03', '06', '09', '10'])}-${chance.pick(['08', '15', '22'])}`);
}
households.forEach((row) => {
  if (row.监测对象类别 === null) return;
  const head = { 姓名: row['户主姓名'] ?? null, 身份证号: row['户主身份证号'] ?? null };
  for (const day of ['09', '16', '23']) serve(head, '走访', `2024-10-${day}`);
  serve(head, '回头看', '2024-05-20');
  if (row.风险是否消除 === '否' && chance.chance(60)) serve(head, '帮扶措施', '2024-06-12');
});
for (let i = 0; i < 40; i++) {
  serve(someone(i), '职业指导', '2024-04-10');
  for (const month of ['04', '07', '10'].slice(0, 1 + (i % 3))) serve(someone(i), '岗位推荐', `2024-${month}-18`);
}
for (const row of grown.filter((one) => one['就业状态'] === '务工' || one['就业状态'] === '外出务工').slice(0, 60))
  for (let month = 1; month <= 10; month++)
    if (chance.chance(93)) serve(row, '就业跟踪', `2024-${String(month).padStart(2, '0')}-12`);

const sites = [
  { 安置点: '灵新社区', 乡镇: '宁东镇', 人口: 812, 脱贫人口: 240, 车间岗位数: 40, 车间搬迁务工人数: 20, 车间距离分钟: 20, 有意愿务工户数: 38, 有意愿务工人数: 55, 工作队人数: 3 },
  { 安置点: '梅苑社区', 乡镇: '宁东镇', 人口: 640, 脱贫人口: 100, 车间岗位数: 25, 车间搬迁务工人数: 12, 车间距离分钟: 21, 有意愿务工户数: 26, 有意愿务工人数: 33, 工作队人数: 2 },
];

/** @type {Row[]} */
const indicators = [];
/** @param {string} clause @param {string} subject @param {string | number} value @param {string} unit @param {string | null} date @param {string | null} note */
const report = (clause, subject, value, unit, date = '2024-10-20', note = null) =>
  indicators.push({ 条款编号: clause, 对象: subject, 指标值: value, 单位: unit, 日期: date, 说明: note });
for (const name of ['灵新社区', '梅苑社区']) report('N21', name, name === '灵新社区' ? '是' : '否', '');
const HAVE = ['党员活动室', '业委会办公室', '物业中心', '卫生室', '幼儿园', '警务室', '文体活动室', '产业就业服务点', '便民超市', '休闲广场'];
const SERVED = ['党员服务', '产业支撑', '就业保障', '治安联防', '文明创建', '议事组织', '民调机构', '困难帮扶', '工作经费'];
const FIVE = ['利益诉求反映和反馈机制', '安置点日常维护保养机制', '风险防范和应急处置机制', '问题回访核查机制', '部门协同配合机制'];
for (const site of ['灵新社区', '梅苑社区']) {
  for (const item of [...HAVE, ...SERVED]) report('Y13', `${site}／${item}`, site === '梅苑社区' && item === '幼儿园' ? '否' : '是', '');
  for (const item of FIVE) report('Y15', `${site}／${item}`, '是', '');
}
report('Y1', '来源清楚户数', 8, '户');
report('Y1', '监测对象户数', 9, '户');
for (const item of ['义务教育', '基本医疗', '住房安全', '饮水安全']) report('Y2', `LX0023／${item}`, item === '住房安全' ? '否' : '是', '');
report('Y12', '已有棚或亩或产业户数', 21, '户');
report('Y12', '有意愿户数', 24, '户');
for (let month = 1; month <= 10; month++) if (month !== 8) report('Y17', '跟进督导', 1, '次', `2024-${String(month).padStart(2, '0')}-16`);
report('J19', '参保人数', 398, '人');
report('J19', '搬迁人数', 401, '人');
for (let i = 1; i <= 16; i++) report('J22', '灵新社区', 1, '场', `2024-0${(i % 9) + 1}-2${i % 8}`, `融入活动第${i}场`);
report('P5', '节能日光温室', 50, '座');

await writeTables('monitor-2024-10', {
  住户: households,
  成员: members,
  经营: businesses,
  单位: organisations,
  用工: workers,
  劳务输出: placements,
  培训: trainings,
  服务: services,
  安置点: sites,
  指标填报: indicators,
});
