import { BEYOND, PROVINCES } from './provinces.js';
import { EVERYDAY_WORDS, NINGXIA, PREFECTURES } from './prefectures.js';

/** What a place text says; null where it does not say, or says two things. */
export interface Place {
  readonly province: string | null;
  /** Prefecture-level city, only where its counties are known (宁夏). */
  readonly city: string | null;
  readonly county: string | null;
  /** 港澳台 or abroad. */
  readonly beyond: boolean;
}

interface Name {
  readonly province: string | null;
  readonly city: string | null;
  readonly county: string | null;
  /** Ends in 省, 市, 区, 县 … and so is a place wherever it stands. */
  readonly full: boolean;
  readonly everyday: boolean;
}

const NAMES = new Map<string, Name>();
const BY_FIRST = new Map<string, string[]>();

function enter(text: string, name: Name): void {
  if (NAMES.has(text)) return;
  NAMES.set(text, name);
  const first = text.charAt(0);
  const list = BY_FIRST.get(first);
  if (list === undefined) BY_FIRST.set(first, [text]);
  else list.push(text);
}

for (const [province, fullNames] of Object.entries(PROVINCES)) {
  const name = { province, city: null, county: null, everyday: false };
  for (const full of fullNames) enter(full, { ...name, full: true });
  enter(province, { ...name, full: false });
}
for (const text of BEYOND) enter(text, { province: null, city: null, county: null, full: true, everyday: false });
for (const [city, counties] of Object.entries(NINGXIA)) {
  const place = { province: '宁夏', city, county: null };
  enter(`${city}市`, { ...place, full: true, everyday: false });
  enter(city, { ...place, full: false, everyday: false });
  for (const county of counties.split(' ')) {
    const short = county.replace(/[市区县]$/, '');
    enter(county, { ...place, county, full: true, everyday: false });
    enter(short, { ...place, county, full: false, everyday: EVERYDAY_WORDS.has(short) });
  }
}
for (const [province, cities] of Object.entries(PREFECTURES)) {
  for (const city of cities.split(' ')) {
    const full = /(州|盟|地区|新区|林区|旗|自治县|市)$/.test(city) && city.length > 2;
    const place = { province, city: null, county: null };
    enter(city, { ...place, full, everyday: EVERYDAY_WORDS.has(city) });
    if (!full) enter(`${city}市`, { ...place, full: true, everyday: false });
    if (full) continue;
    enter(`${city}地区`, { ...place, full: true, everyday: false });
  }
}
for (const list of BY_FIRST.values()) list.sort((a, b) => b.length - a.length);

/** A name used for a street, a dish or a shop says nothing about the place. */
const NOT_A_PLACE =
  /^[东西南北中]?(一|二|三)?(路|街|大道|大街|巷|胡同|烤鸭|拉面|牛肉面|大盘鸡|烧烤|小吃|菜馆|饭店|饭庄|餐厅|酒店|宾馆|料理|商会|特产)/;
const NOWHERE: Place = { province: null, city: null, county: null, beyond: false };
const known = new Map<string, Place>();

/**
 * Reads (province, city, county) out of a place text by longest match with aliases. Larger units stand first in a Chinese
 * address, so the first place found gives the province. Anything unclear stays null: 区内, 本地, two provinces, two counties.
 */
export function resolvePlace(text: string): Place {
  let place = known.get(text);
  if (place === undefined) {
    place = read(text.replace(/[\s　,，、·.。/\\（）()-]/g, ''));
    known.set(text, place);
  }
  return place;
}

function read(text: string): Place {
  let province: string | null = null;
  let city: string | null = null;
  const counties = new Set<string>();
  let afterPlace = false;
  for (let at = 0; at < text.length; ) {
    const found = (BY_FIRST.get(text.charAt(at)) ?? []).find((name) => text.startsWith(name, at));
    const name = found === undefined ? undefined : NAMES.get(found);
    if (found === undefined || name === undefined) {
      // 省 and the like between names leave them neighbours; other words do not.
      if (!/[省市区县州]/.test(text.charAt(at))) afterPlace = false;
      at += 1;
      continue;
    }
    const rest = text.slice(at + found.length);
    at += found.length;
    if (!name.full && NOT_A_PLACE.test(rest)) continue;
    if (!name.full && name.everyday && !isAllThereIs(rest, afterPlace, text === found)) continue;
    if (name.province === null) {
      if (province !== null) continue;
      return { ...NOWHERE, beyond: true };
    }
    if (province === null) province = name.province;
    else if (name.province !== province) {
      const isProvince = PROVINCES[found] !== undefined;
      if (name.full || isProvince || name.county !== null) return NOWHERE;
      continue;
    }
    if (name.city !== null) {
      if (city !== null && city !== name.city) return { ...NOWHERE, province };
      city = name.city;
    }
    if (name.county !== null) counties.add(name.county);
    afterPlace = true;
  }
  const [county] = counties;
  return { province, city, county: counties.size === 1 ? (county ?? null) : null, beyond: false };
}

/** An everyday word counts as a place only alone, or as the end of an address: 宁夏吴忠同心, not 同心小学. */
function isAllThereIs(rest: string, afterPlace: boolean, alone: boolean): boolean {
  return alone || (afterPlace && /^(|务工|打工|上班|工作|做工)$/.test(rest));
}

/** How far a place of work lies from the home county; null with the reason when it cannot be told. */
export function workDistance(
  text: string | null,
  home: { readonly province: string; readonly county: string },
): { readonly is: 'other-province' | 'other-county' | 'own-county' | null; readonly why: string } {
  if (text === null) return { is: null, why: 'place-blank' };
  const place = resolvePlace(text);
  if (place.beyond) return { is: null, why: 'place-beyond' };
  if (place.province === null) return { is: null, why: 'place-unresolved' };
  if (place.province !== home.province) return { is: 'other-province', why: 'other-province' };
  if (place.county !== null)
    return place.county === home.county
      ? { is: 'own-county', why: 'own-county' }
      : { is: 'other-county', why: 'other-county' };
  const counties = place.city === null ? undefined : NINGXIA[place.city]?.split(' ');
  if (counties === undefined || counties.includes(home.county)) return { is: null, why: 'county-unknown' };
  return { is: 'other-county', why: 'other-county' };
}
