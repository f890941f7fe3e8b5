import { PREFECTURES } from './prefectures.js';

/** Counties and county-level cities that the list of prefectures names beside them; they say nothing of the prefecture. */
const COUNTY_LEVEL = new Set(
  '昆山 江阴 张家港 常熟 太仓 义乌 慈溪 余姚 晋江 石狮 西昌 恩施 延吉 伊宁 库尔勒 格尔木 德令哈 阿拉善左旗 奎屯 河南蒙古族自治县'.split(
    ' ',
  ),
);
const SHORT: Readonly<Record<string, string>> = {
  巴: '巴音郭楞',
  博: '博尔塔拉',
  克: '克孜勒苏',
  阿拉善左旗: '阿拉善',
};
const PEOPLES =
  /(土家族|苗族|侗族|布依族|藏族|羌族|彝族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|朝鲜族|蒙古族|蒙古|哈萨克|柯尔克孜)+$/;

/** A prefecture's name without 市, 州, 地区, 盟 and peoples: 恩施州 and 恩施土家族苗族自治州 are 恩施. */
export function prefectureCore(name: string): string {
  const bare = name.replace(/(自治州|地区|林区|盟|州|市)$/u, '');
  // 苏州, 兰州 and the like end in 州 and are cities.
  const kept = bare.length < 2 && name.length === 2 ? name : bare;
  const core = kept.replace(PEOPLES, '');
  return SHORT[core] ?? core;
}

interface Known {
  readonly province: string;
  readonly core: string;
}

const BY_NAME = new Map<string, Known>();
for (const [province, names] of Object.entries(PREFECTURES))
  for (const name of names.split(' ')) {
    if (COUNTY_LEVEL.has(name)) continue;
    const core = prefectureCore(name);
    for (const one of [name, `${name}市`, `${name}州`, `${name}地区`])
      if (!BY_NAME.has(one)) BY_NAME.set(one, { province, core });
  }
const LONGEST = Math.max(...[...BY_NAME.keys()].map((name) => name.length));

/** The prefecture of a province that a place text names first; null when it names none. */
export function prefectureIn(text: string, province: string): { readonly core: string; readonly rest: string } | null {
  for (let at = 0; at < text.length; at++)
    for (let length = Math.min(LONGEST, text.length - at); length >= 2; length--) {
      const known = BY_NAME.get(text.slice(at, at + length));
      if (known?.province === province) return { core: known.core, rest: text.slice(at + length) };
    }
  return null;
}
