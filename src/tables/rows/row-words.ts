/** Words by which rows below a header say that they are no people. Which row is which, its shape decides: row-kind.ts. */

/** 合计, 本页合计（元）, 灵新社区小计, 总 计：, 合计金额, 合计：4户14人, Total; blanks are taken out before. */
const TOTAL =
  /^(.{0,12}?)(合计|总计|共计|累计|小计|汇总|总和|(?:grand|sub)?-?total|sum)(?:金额|总额|数额|人数|户数|收入|数)?(?:[(（:：].*|\d[\d,.]*(?:户|人|元|万元)?.*)?$/i;
/** 计, 总数 … and nothing else. */
const SHORT_TOTAL = /^(?:计|总数|总额|共|合|平均|平均值|平均数|average)[:：]?$/i;
/** 共4户14人. */
const COUNTED = /^[共计总合]{1,2}[:：]?\d+(?:户|人)/;

const ROLES =
  '(?:制表|填表|填报|审核|复核|批准|审批|审定|核定|负责人|责任人|经办|领导|书记|主任|镇长|乡长|村长|组长|站长|局长|盖章|公章|签章|签字|签名|印章|联系人|监督|举报|打印|制单|会计|出纳|领款人|领取人|公示)';
const LABEL = new RegExp(
  `^[（(]?(?:${ROLES}|.{0,10}(?:单位|日期|时间|电话|附件|说明|注意事项|大写|人民币|备注|意见)|注|年度)\\S*?[:：]`,
);
const ROLE_ALONE = new RegExp(
  `^[（(]?.{0,14}(?:${ROLES}(?:人|员|单位|部门|人员|处|栏|日期|领导)?)(?:[（(][^（()）]*[)）])?[）)]?(?:[:：].*)?$`,
);
const STATEMENT = /^(?:注|说明|备注|填表说明)\s*[:：]|^[（(]?以上(?:数据|信息|内容|情况|人员|名单|\S*属实)?/;
/** 以下空白, 以下无正文, 接上页, 转下页, 续表, 完. */
const NOTHING_BELOW =
  /^[（(【[—\-—\s]*(?:以下(?:为?空白|无正?文?|无内容|空)?|此(?:页|行)?以下空白|空白|无正文|接(?:上|下)页|(?:转|续)(?:上|下)页|过次页|承(?:上|前)页|续表|完毕?|结束|止|end)[）)】\]—\-—\s]*$/i;
const PAGE =
  /^[—\-—\s]*(?:第\s*[\d一二三四五六七八九十百]+\s*页.*|共\s*[\d一二三四五六七八九十百]+\s*页.*|page\s*\d+.*|[—\-—]\s*\d{1,4}\s*[—\-—])[—\-—\s]*$/i;
const DAY =
  /^(?:\d{4}|二[〇○零O0][\d一二三四五六七八九〇○零]{2})?\s*[年\-./]\s*[\d一二三四五六七八九十]{0,3}\s*[月\-./]\s*[\d一二三四五六七八九十]{0,3}\s*日?$/;
const NUMBERED_NOTE = /^[（(]?\d{1,2}[.、．）)]\s*[\u3400-\u9fff].{4,}$/;
/** Hints under a header that say how to fill it in. */
const HINT = /^(?:必填|选填|可选|必选|非必填|文本|数字|日期|下拉选择|可不填)(?:项)?(?:$|[，,、；;（(：:])/;
const EXAMPLE = /^[（(【[]?(?:例|示例|样例|范例|填写示例|举例)(?:$|[：:）)】\].、\d]|行|数据)|^(?:示例|样例|范例)/;

/** `total` and `subtotal` as the cell's words say, or null. */
export function totalWordOf(text: string): 'total' | 'subtotal' | null {
  const plain = text.replace(/[\s\u3000]+/g, '');
  if (plain.length > 24) return null;
  if (SHORT_TOTAL.test(plain) || COUNTED.test(plain)) return 'total';
  const match = TOTAL.exec(plain);
  if (match === null) return null;
  const [, before = '', word = ''] = match;
  const isPart = /小计|^sub/i.test(word) || (word === '汇总' && before !== '');
  return isPart ? 'subtotal' : 'total';
}

/** Signature, seal, date, page mark, note, 以下空白: a text that stands under a table and in none of its columns. */
export function isFootText(text: string): boolean {
  const plain = text.trim();
  if (plain === '') return false;
  if (LABEL.test(plain) || STATEMENT.test(plain) || NOTHING_BELOW.test(plain) || PAGE.test(plain)) return true;
  return ROLE_ALONE.test(plain) || isDay(plain) || /^[\u3400-\u9fff]{2,12}[:：]$/.test(plain);
}

/** A whole sentence, as no cell of a list holds it. */
export function isSentence(text: string): boolean {
  return /[。；]/.test(text) || text.length > 24;
}

/** 2024年10月8日, 年  月  日, 二〇二四年十月八日. */
export function isDay(text: string): boolean {
  return DAY.test(text.replace(/[\s\u3000]+/g, ''));
}

export function isNumberedNote(text: string): boolean {
  return NUMBERED_NOTE.test(text);
}

export function isHint(text: string): boolean {
  return HINT.test(text);
}

export function isExampleWord(text: string): boolean {
  return EXAMPLE.test(text);
}
