/** A header as written, made comparable. */
export interface HeaderText {
  /** Comparison key without its unit: `年务工收入`. */
  readonly key: string;
  /** Unit in trailing brackets (`元`, `万元`, `元/月`, `月` …), or null. */
  readonly unit: string | null;
}

const MONEY_UNITS: ReadonlySet<string> = new Set(['元', '万元', '万', '千元', '百元', '人民币元', '元人民币']);
const OTHER_UNITS: ReadonlySet<string> = new Set([
  ...['人', '口', '户', '月', '个月', '天', '日', '亩', '次', '人次', '个', '岁', '分钟', '名', '年', 'm2', '公里'],
]);
/** Bracketed hints that change nothing about the meaning. */
const HINT =
  /\((?:必填|选填|可选|必选|必填项|是\/否|是否|单选|下拉选择|下拉|文本|文本格式|日期|日期格式|数字|公历|大写|阿拉伯数字|\d+位|(?:如|例|例如|格式|示例)[:：]?.*|yyyy.*)\)$/i;

/**
 * NFKC, no white space or line breaks, no `*` `※` `:` at the ends, no numbering in front, no `_english` suffix, 帐→账,
 * 号码→号; a unit in trailing brackets is taken off.
 */
export function normaliseHeader(raw: string): HeaderText {
  let text = raw
    .replace(/^\s*[①-⑳⑴-⒇]\s*(?=\S)/, '')
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
    .replace(/[【〔［]/g, '(')
    .replace(/[】〕］]/g, ')')
    .replace(/^[*※★▲△●]+|[*※★▲△●:;,。]+$/g, '');
  text = text.replace(/^(?:\(?\d{1,2}[.、)](?=\D)|\(?[一二三四五六七八九十]{1,3}[)、.](?=.))/, '');
  // `年务工收入_income(元)`, `银行账号AccountNo.`, `金额/元`
  text = text.replace(/\/((?:万|千|百)?元)$/, '($1)');
  text = text.replace(
    /([\u3400-\u9fff)])(?:_[A-Za-z][A-Za-z0-9_]*|[(/]?[A-Za-z][A-Za-z_.'-]{2,}\)?)(?=$|\([^()]*\)$)/,
    '$1',
  );
  text = simplified(text).replaceAll('帐', '账').replaceAll('号码', '号');
  for (;;) {
    const shorter = text.replace(HINT, '').replace(/[*※]+$/, '');
    if (shorter === text || shorter === '') break;
    text = shorter;
  }
  const bracket = /^(.+)\(([^()]+)\)$/.exec(text);
  if (bracket !== null) {
    const unit = unitOf(bracket[2] ?? '');
    if (unit !== null) return { key: bracket[1] ?? '', unit };
  }
  return { key: text, unit: null };
}

const TRADITIONAL =
  '戶編號證關係務資歲鄉鎮區類財產轉經營業銀賬開聯電話備註勞動狀況時間結簽訂繳納會險訓願單項標準額實補貼縣應發請總計數與間體備遷監測對風險識別檢種業態狀號碼稱員歷屬齡學實際領長產農園殘疾類縣務養殖營執認繳納個萬幣餘額貧邊緣戶籍責應屆畢書證參薪酬崗職齊導遠離於無為從進術創廠場車間聯繫繳費達';
const SIMPLIFIED =
  '户编号证关系务资岁乡镇区类财产转经营业银账开联电话备注劳动状况时间结签订缴纳会险训愿单项标准额实补贴县应发请总计数与间体备迁监测对风险识别检种业态状号码称员历属龄学实际领长产农园残疾类县务养殖营执认缴纳个万币余额贫边缘户籍责应届毕书证参薪酬岗职齐导远离于无为从进术创厂场车间联系缴费达';

/** The headers' own characters in their simplified form: 戶編號 is 户编号. */
function simplified(text: string): string {
  if (!/[\u3400-\u9fff]/.test(text)) return text;
  return Array.from(text, (one) => SIMPLIFIED[TRADITIONAL.indexOf(one)] ?? one).join('');
}

function unitOf(text: string): string | null {
  const word = text.replace(/^单位:?/, '');
  const [money = '', per] = word.split('/');
  if (MONEY_UNITS.has(money) && (per === undefined || /^(?:月|年|人|户|人年|人·年|户年|户·年)$/.test(per)))
    return (money === '万' ? '万元' : money.replace('人民币', '')) + (per === undefined ? '' : `/${per}`);
  return OTHER_UNITS.has(word) ? word : null;
}

/** `金额单位：万元` in the rows above a header; null when the text states no money unit. */
export function statedUnit(text: string): string | null {
  const match = /单位[:：]\s*(?:人民币)?(万元|千元|百元|元)/.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  return match?.[1] ?? null;
}

/** Factor of a money unit to yuan, or null when it is no money unit. */
export function moneyFactor(unit: string): 1 | 100 | 1000 | 10_000 | null {
  switch (unit.split('/')[0]) {
    case '元':
      return 1;
    case '百元':
      return 100;
    case '千元':
      return 1000;
    case '万元':
      return 10_000;
    default:
      return null;
  }
}
