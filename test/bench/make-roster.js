// Writes a big made-up month of 宁东镇 as two CSV files: `node test/bench/make-roster.js DIR HOUSEHOLDS`.
import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英'];

/** 18 digits with a right check digit; the number `serial` makes it unique. */
function residentId(serial, year, sex = serial % 2) {
  const month = String((serial % 12) + 1).padStart(2, '0');
  const day = String((Math.floor(serial / 12) % 28) + 1).padStart(2, '0');
  const region = ['640181', '640302', '640121', '640122', '640104', '640105', '640106', '640202', '640205', '640221', '640303', '640323'][Math.floor(serial / 168_000) % 12];
  // The last digit of the order code tells the sex: odd for men.
  const order = String((Math.floor(serial / 336) % 500) * 2 + sex).padStart(3, '0');
  const body = `${region}${year}${month}${day}${order}`;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(body[i]) * WEIGHTS[i];
  return body + '10X98765432'[sum % 11];
}

/** Small deterministic generator (mulberry32). */
function random(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Returns the two paths; about 3.3 members a household. */
export async function makeRoster(folder, households, seed = 62) {
  mkdirSync(folder, { recursive: true });
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const name = () => pick(SURNAMES) + pick(GIVEN) + (next() < 0.6 ? pick(GIVEN) : '');
  const paths = [join(folder, '住户.csv'), join(folder, '成员.csv')];
  const [household, member] = paths.map((path) => createWriteStream(path));
  const write = async (stream, line) => {
    if (!stream.write(`${line}\r\n`)) await once(stream, 'drain');
  };
  await write(household, '户编号,户主姓名,户主身份证号,乡镇,社区,户类型,搬迁批次,家庭人口数,收入年度,年务工收入,年经营收入,财产性收入,转移性收入,生产经营支出,证明材料,开户银行,账户名称,银行账号');
  await write(member, '户编号,姓名,身份证号,与户主关系,劳动技能,在校生状况,就业状态,务工单位,务工所在地,务工开始日期,务工月数,月工资,年务工收入,证明材料');
  let serial = 0;
  for (let i = 0; i < households; i++) {
    const id = `ND${String(i + 1).padStart(7, '0')}`;
    const size = 1 + Math.floor(next() * 5.6);
    let wages = 0;
    let head = null;
    for (let m = 0; m < size; m++) {
      const adult = m < 2;
      const works = adult && next() < 0.8;
      const months = works ? 3 + Math.floor(next() * 10) : 0;
      const monthly = works ? 2000 + Math.floor(next() * 40) * 100 : 0;
      const income = Math.min(months, 12) * monthly;
      wages += income;
      const person = { name: name(), id: residentId(serial++, adult ? 1970 + Math.floor(next() * 25) : 2008 + Math.floor(next() * 12), m === 1 ? 0 : 1) };
      head ??= person;
      await write(member, [id, person.name, person.id, m === 0 ? '户主' : m === 1 ? '配偶' : '之子', adult ? '普通劳动力' : '无劳动力', adult ? '' : '小学', works ? '务工' : adult ? '未就业' : '', works ? '宁东某公司' : '', works ? '宁夏银川市' : '', works ? '2023-10-08' : '', works ? Math.min(months, 12) : '', works ? monthly : '', works ? income.toFixed(2) : '', works ? '劳动合同' : ''].join(','));
    }
    const account = `622848${String(i).padStart(13, '0')}`;
    await write(household, [id, head.name, head.id, '宁东镇', pick(['灵新社区', '梅苑社区']), '脱贫户', '十三五', size, 2024, wages.toFixed(2), '', '0', String(Math.floor(next() * 6000)), '', '劳动合同', '宁夏农村商业银行', head.name, account].join(','));
  }
  for (const stream of [household, member]) {
    stream.end();
    await once(stream, 'finish');
  }
  return paths;
}

if (process.argv[1]?.endsWith('make-roster.js')) {
  const [folder = 'out/bench', households = '300000'] = process.argv.slice(2);
  process.stdout.write(`${(await makeRoster(folder, Number(households))).join('\n')}\n`);
}
