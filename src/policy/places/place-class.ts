import type { Truth } from '../assess/three-valued.js';
import { prefectureCore, prefectureIn } from './prefecture-names.js';
import { NINGXIA } from './prefectures.js';
import { PROVINCES } from './provinces.js';
import { resolvePlace } from './resolve-place.js';

/** Where the document's own county lies. */
export interface Home {
  readonly province: string;
  readonly county: string;
  /** 市、州、地区; known without being said for the counties of 宁夏. */
  readonly prefecture?: string | undefined;
}

export const PLACE_LEVELS = ['township', 'county', 'prefecture', 'province'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** One class of places as a pack writes it: the first class that fits counts. */
export interface PlaceClass {
  readonly id: string;
  readonly provinces?: readonly string[] | undefined;
  readonly prefectures?: readonly string[] | undefined;
  readonly counties?: readonly string[] | undefined;
  /** Every place outside the home township, county, prefecture or province. */
  readonly outside?: PlaceLevel | undefined;
  /** 港澳台 and abroad. */
  readonly abroad?: true | undefined;
  /** Every place that can be told and fits no class before. */
  readonly rest?: true | undefined;
}

export interface PlaceAnswer {
  /** Id of the class; null when it cannot be told. */
  readonly is: string | null;
  readonly why: string;
}

const NOT_COUNTIES = /(开发区|工业区|园区|新区|高新区|经开区|社区|小区|景区|库区|矿区|林区|城区|市区|郊区)$/;

/** The prefecture of the home county as it is compared; null when the pack does not say. */
export function homePrefecture(home: Home): string | null {
  if (home.prefecture !== undefined) return prefectureCore(home.prefecture);
  return Object.entries(NINGXIA).find(([, counties]) => counties.split(' ').includes(home.county))?.[0] ?? null;
}

function without(text: string, names: readonly string[]): string {
  const found = names.find((name) => text.startsWith(name));
  return found === undefined ? text : text.slice(found.length);
}

/** What a place text says of its province, prefecture, county and township, each three-valued against the home. */
class ReadPlace {
  readonly province: string | null;
  readonly abroad: boolean;
  private readonly text: string;
  private readonly home: Home;
  private readonly township: string | null;
  private readonly prefecture: string | null;
  private readonly afterPrefecture: string;

  constructor(text: string, home: Home, township: string | null) {
    const place = resolvePlace(text);
    this.text = text.replace(/[\s　,，、·.。/\\（）()-]/g, '');
    this.home = home;
    this.township = township;
    this.abroad = place.beyond;
    this.province = place.province ?? (!place.beyond && this.namesHome() ? home.province : null);
    const bare =
      this.province === null ? this.text : without(this.text, [...(PROVINCES[this.province] ?? []), this.province]);
    const found = this.province === null ? null : prefectureIn(bare, this.province);
    this.prefecture = place.city ?? found?.core ?? null;
    this.afterPrefecture = found?.rest ?? bare;
  }

  /** Names the home county in full. */
  private namesHome(): boolean {
    return this.text.includes(this.home.county);
  }

  inProvince(): Truth {
    return this.province === null ? null : this.province === this.home.province;
  }

  inPrefecture(): Truth {
    const inProvince = this.inProvince();
    if (inProvince !== true) return inProvince;
    const home = homePrefecture(this.home);
    if (this.prefecture !== null && home !== null) return this.prefecture === home;
    return this.namesHome() ? true : null;
  }

  inCounty(): Truth {
    const inPrefecture = this.inPrefecture();
    if (inPrefecture === false) return false;
    if (this.namesHome()) return inPrefecture === null ? null : true;
    const place = resolvePlace(this.text);
    if (place.county !== null && this.inProvince() === true) return place.county === this.home.county;
    const short = this.home.county.replace(/[县市区旗]$/, '');
    if (short.length >= 2 && this.afterPrefecture.startsWith(short) && inPrefecture === true) return true;
    const other = /^([\u3400-\u9fff]{1,9}?(?:县|区|市|旗))/.exec(this.afterPrefecture)?.[1];
    return inPrefecture === true && other !== undefined && !NOT_COUNTIES.test(other) ? false : null;
  }

  inTownship(): Truth {
    const inCounty = this.inCounty();
    if (inCounty === false) return false;
    if (this.township === null) return null;
    if (this.text.includes(this.township)) return true;
    const rest = this.text.slice(Math.max(0, this.text.indexOf(this.home.county)) + this.home.county.length);
    return inCounty === true && /^[\u3400-\u9fff]{1,9}?(?:乡|镇|街道)/.test(rest) ? false : null;
  }

  within(level: PlaceLevel): Truth {
    switch (level) {
      case 'province':
        return this.inProvince();
      case 'prefecture':
        return this.inPrefecture();
      case 'county':
        return this.inCounty();
      case 'township':
        return this.inTownship();
    }
  }

  isPrefecture(name: string): Truth {
    return this.prefecture === null ? null : this.prefecture === prefectureCore(name);
  }

  isCounty(name: string): Truth {
    if (this.text.includes(name)) return true;
    return resolvePlace(this.text).county === null ? null : false;
  }
}

function listed(names: readonly string[] | undefined, is: (name: string) => Truth): Truth {
  if (names === undefined) return false;
  const answers = names.map(is);
  return answers.includes(true) ? true : answers.includes(null) ? null : false;
}

function fits(one: PlaceClass, place: ReadPlace): Truth {
  if (place.abroad) return one.abroad === true;
  if (one.abroad === true) return false;
  const { province } = place;
  if (one.rest === true) return province === null ? null : true;
  const within = one.outside === undefined ? true : place.within(one.outside);
  const ways: Truth[] = [
    within === null ? null : !within,
    listed(one.provinces, (name) => (province === null ? null : province === (resolvePlace(name).province ?? name))),
    listed(one.prefectures, (name) => place.isPrefecture(name)),
    listed(one.counties, (name) => place.isCounty(name)),
  ];
  return ways.includes(true) ? true : ways.includes(null) ? null : false;
}

/**
 * The first class that a place text falls in. A class that it may or may not fall in before that makes the answer
 * unknown: nobody guesses between 县外 and 市外.
 */
export function placeClassOf(
  text: string | null,
  classes: readonly PlaceClass[],
  home: Home,
  township: string | null,
): PlaceAnswer {
  if (text === null) return { is: null, why: 'place-blank' };
  const place = new ReadPlace(text, home, township);
  if (!place.abroad && place.province === null) return { is: null, why: 'place-unresolved' };
  for (const one of classes) {
    const is = fits(one, place);
    if (is === true) return { is: one.id, why: 'place-class' };
    if (is === null) return { is: null, why: 'place-class-unknown' };
  }
  return { is: null, why: place.abroad ? 'place-beyond' : 'place-in-no-class' };
}
