/** A place that a sheet's name or a row of its own gives to the rows below it. */
export interface StandingPlace {
  readonly key: 'township' | 'community';
  readonly name: string;
}

const NUMBERING = /^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)）、.．]|\d{1,3}[-_ ])\s*/;
const LABEL = /^(?:所属|所在)?(?:社区|村|行政村|安置点|乡镇|村组|小区|单位)(?:名称)?\s*[:：]\s*/;
const COUNTED = /[（(]?(?:共|合计|计)?\s*\d+\s*(?:户|人)[^）)]*[)）]?$/;
const WORD_BEHIND =
  /(?:移民|搬迁|脱贫|就业|务工|补贴|奖补|发放|申报|人员|\d{4}年度?|[（(][^（()）]*[)）])*(?:花名册|名册|台账|明细表?|统计表|汇总表?|登记表|信息表?|名单|表)$/;
const COMMUNITY =
  /^[\u3400-\u9fff\d]{1,14}(?:社区|村|村委会|居委会|安置点|安置区|小区|家园|新村|片区|[一二三四五六七八九十\d]+[组队]|村民小组)$/;
const TOWNSHIP = /^[\u3400-\u9fff]{1,8}(?:镇|乡|街道)$/;

/** `灵新社区`, `一、灵新社区（12户）`, `社区：灵新社区`, `梅苑村花名册` → the place; null for any other text. */
export function placeNamed(text: string): StandingPlace | null {
  const plain = text.replace(/[\s\u3000]+/g, '');
  const bare = plain.replace(NUMBERING, '').replace(LABEL, '').replace(COUNTED, '').replace(WORD_BEHIND, '');
  const name = bare.replace(/[:：]$/, '').replace(/(社区|村)(?:居委会|村委会|居民委员会|村民委员会)$/, '$1');
  if (name.length < 3 || name.length > 16 || name.startsWith('第')) return null;
  if (TOWNSHIP.test(name)) return { key: 'township', name };
  return COMMUNITY.test(name) ? { key: 'community', name } : null;
}
