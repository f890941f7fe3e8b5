import { readPrintedChoice, type PrintedChoice } from './printed-choice.js';

/**
 * What a text under 证明材料 names. It is read phrase by phrase: a refusal or a promise of a paper (未提供, 待补, 无劳动合同)
 * names none; whole names of papers that begin like a refusal are papers (未婚证明, 失业证).
 */
export interface EvidenceReading {
  /** Some evidence is named. */
  readonly filled: boolean;
  /** A paper is refused or promised beside the one that is named. */
  readonly refused: boolean;
  /** False where the text says something that is no known paper, count, file or refusal. */
  readonly known: boolean;
}

const NOTHING: EvidenceReading = { filled: false, refused: false, known: true };

/** Refusals and promises that stand alone, in the folded form of {@link folded}. */
const REFUSALS: ReadonlySet<string> = new Set(
  [
    '无 没 没有 否 不 未 缺 欠 差 空 空白 零 零份 作废 不详 未知 不明 不清 不全 不齐 丢失 遗失 找不到 没办 没给 没开 没交 没提供',
    '未提供 未交 未报 未提交 未上传 未上交 未收 未收到 未开 未开具 未办 未办理 未附 未见 未齐 未补 尚未 还没有 还没交',
    '待补 待交 待提供 待提交 待上传 待定 待核 待核实 待开 待办 待补充 待完善 后补 后交 补办中 办理中 补交中 正在办 正在办理 稍后补',
    '暂缺 暂无 暂未 暂未提供 暂欠 缺失 缺少 欠缺 不提供 不能提供 无法提供 拒绝 拒绝提供 无证明 无材料 无资料 无证 无附件 无凭证',
    'X XX N NO NONE NULL NIL NAN NA N/A #N/A UNDEFINED FALSE F \\N NOT AVAILABLE MISSING TBD TODO',
    '#NAME? #REF! #VALUE! #DIV/0! #NUM! #NULL!',
  ].flatMap((line) => line.split(' ')),
);

/** Marks of no: crosses and boxes that nobody ticked. */
const NO_MARKS = /^[×✕✖✗✘☓╳⨉⨯❌❎☒🗙🞩🞪□☐◻⬜▢£]+$/u;
const YES_MARKS = /^[√✓✔☑✅🗸🗹]+$/u;
const YES: ReadonlySet<string> = new Set(['有', '是', 'Y', 'YES', 'TRUE', 'T', 'OK', '对', '齐', '齐全', '全', '完备']);

/** Papers whose names begin like a refusal. */
const PAPERS_OF_NO =
  /^(未婚|未就业|未参保|未享受|无业|失业|待业|待岗|无房|无收入|无固定收入|无工作|无犯罪(记录)?|无劳动(能)?力|无贷款|无欠款|无车|不在校|不动产|没收)[^，]*(证|证明|证书|登记证?|书|单|表|函|记录)$/;

const REFUSING_START =
  /^(无|没|未|尚未|还没|还未|暂无|暂缺|暂未|暂欠|缺|欠(缺|交|证|材料|资料|合同|流水)|待(?!遇)|不(能|愿|肯|予|提供|全|齐|详|清|符)|拒|作废|已?注销|已?失效)/;
const REFUSING_END =
  /(待补|待交|待提供|待开|后补|未交|未提供|未附|未开|未收|未上传|未提交|没交|没有|没给|没提供|无|缺|缺失|暂缺|暂无|不全|不齐|遗失|丢失|丢了|没了|不见了|在路上|未批|未签|未盖章|补办中|办理中|作废|注销|失效)$/;

/** A paper that may be worth nothing: asked about. */
const DOUBTFUL_END = /(到期|过期|逾期|模糊|看不清|涂改|存疑|待核)$/;
/** A cross before or behind what it is set against: ×合同, 流水✗. */
const CROSSED = /^[×✕✖✗✘❌].|.[×✕✖✗✘❌]$/u;

/** Kinds of papers, files and the words of somebody who has them. */
const KNOWN =
  /证|合同|流水|工资|协议|凭|据|单|表|册|票|照|截图|图片|附件|附后|见附|附|材料|资料|复印|原件|扫描|电子|记录|明细|章|签字|签名|承诺|说明|信|函|档案|台账|卡|书|社保|个税|转账|微信|支付宝|银行|账|回执|文件|欠条|已|提供|齐|属实|核实|备案|\.(PDF|JPE?G|PNG|DOCX?|XLSX?|ZIP|RAR|TIFF?|BMP|OFD)$|^\d+(份|张|页|个|件|套|本|项)?$/i;

/** Letters of other scripts that look like the Latin ones of the refusals, and the traditional forms of their words. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ Х: 'X', х: 'X', Χ: 'X', χ: 'X', Ν: 'N', О: 'O', о: 'O', Ο: 'O', ο: 'O', А: 'A', а: 'A', Α: 'A', Е: 'E', е: 'E' },
  ...{ Ε: 'E', Т: 'T', Τ: 'T', ⅹ: 'X', Ⅹ: 'X', '∅': '无', 〇: '0' },
  ...{ 無: '无', 沒: '没', 還: '还', 證: '证', 據: '据', 補: '补', 暫: '暂', 資: '资', 單: '单', 憑: '凭', 與: '与' },
  ...{ 辦: '办', 開: '开', 遺: '遗', 遞: '递', 報: '报', 傳: '传', 後: '后', 齊: '齐', 詳: '详', 絕: '绝', 業: '业' },
  ...{
    書: '书',
    冊: '册',
    賬: '账',
    帳: '账',
    銀: '银',
    廢: '废',
    動: '动',
    勞: '劳',
    參: '参',
    關: '关',
    實: '实',
    錄: '录',
  },
};

/** Whether some evidence is named; the same for other columns that must be filled and not with a refusal (搬迁批次). */
export function isFilled(text: string | null): boolean {
  return readEvidence(text).filled;
}

/** Reads a text of the column 证明材料; null and what shows nothing is not filled. */
export function readEvidence(text: string | null): EvidenceReading {
  if (text === null || text === '') return NOTHING;
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = read(text);
  if (readings.size < REMEMBERED) readings.set(text, reading);
  return reading;
}

/** The same few words come a million times in a roster. */
const readings = new Map<string, EvidenceReading>();
const REMEMBERED = 4096;

type Phrase = 'paper' | 'unknown' | 'refusal' | 'nothing';

function read(text: string): EvidenceReading {
  const choice = readPrintedChoice(text);
  return choice === null ? readWords(text) : ofChoice(choice);
}

/** What is ticked counts: □有 ☑无 names none. A paper ticked together with 无 is one that somebody must look at. */
function ofChoice({ ticked }: PrintedChoice): EvidenceReading {
  const words = ticked.map(readWords);
  if (!words.some(({ filled }) => filled)) return NOTHING;
  const refused = words.some((one) => one.refused || !one.filled);
  return { filled: true, refused, known: words.every(({ known }) => known) };
}

function readWords(text: string): EvidenceReading {
  const whole = phrase(folded(text));
  if (whole === 'refusal' || whole === 'nothing') return NOTHING;
  const phrases = folded(text)
    .split(/[、；，;,。\n|+＋&]+/u)
    .flatMap(parts)
    .filter((one) => one !== 'nothing');
  const papers = phrases.filter((one) => one === 'paper').length;
  const unknown = phrases.filter((one) => one === 'unknown').length;
  if (papers + unknown === 0) return NOTHING;
  return { filled: true, refused: phrases.includes('refusal'), known: unknown === 0 };
}

/** A phrase with a value or a remark of its own: 流水：无, 工资流水（待补）, 劳动合同(缺流水). */
function parts(text: string): Phrase[] {
  const remark = /^(.*?)[([【]([^)\]】]*)[)\]】]?(.*)$/u.exec(text);
  if (remark !== null) {
    const [, before = '', inside = '', after = ''] = remark;
    const own = parts(before + after);
    const said = phrase(inside);
    // 工资流水（待补） promises the paper before it; 劳动合同（缺流水） refuses another one.
    if (said === 'refusal') return isBareRefusal(inside) ? ['refusal'] : [...own, 'refusal'];
    if (DOUBTFUL_END.test(trimmed(inside))) return [...own, 'unknown'];
    return own.every((one) => one === 'nothing') ? [said] : own;
  }
  const named = /^([^:：]+)[:：](.+)$/u.exec(text);
  if (named === null) return [phrase(text)];
  const said = phrase(named[2] ?? '');
  if (said === 'refusal' || said === 'nothing') return ['refusal'];
  return [said === 'paper' || phrase(named[1] ?? '') === 'paper' ? 'paper' : said];
}

function isBareRefusal(text: string): boolean {
  return REFUSALS.has(trimmed(text)) || NO_MARKS.test(trimmed(text));
}

/** One phrase, folded. */
function phrase(text: string): Phrase {
  const bare = trimmed(text);
  if (bare === '') return NO_MARKS.test(text) ? 'refusal' : 'nothing';
  if (YES_MARKS.test(bare) || YES.has(bare)) return 'paper';
  if (REFUSALS.has(bare) || NO_MARKS.test(bare) || /^0+(\.0+)?(份|张|页|个|件|套|本|项|元)?$/.test(bare))
    return 'refusal';
  if (PAPERS_OF_NO.test(bare)) return 'paper';
  if (REFUSING_START.test(bare) || REFUSING_END.test(bare) || CROSSED.test(bare)) return 'refusal';
  if (DOUBTFUL_END.test(bare)) return 'unknown';
  return KNOWN.test(bare) ? 'paper' : 'unknown';
}

/** Without quotation marks, brackets, dots and question marks around it; nothing where there is nothing else. */
function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}\p{S}×#\\]+|[^\p{L}\p{N}\p{S}×!?]+$/gu, '').replace(/^[?？!！…]+$/u, '');
}

/** Compatibility forms, blanks, invisible characters, variation selectors and look-alikes out of the way; in capitals. */
function folded(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(
      /[\p{Cf}\p{Cc}\p{Z}\p{Co}\p{Cs}\u2800\u3164\u115f\u1160\uffa0\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu,
      (one) => (one === '\n' ? '\n' : ''),
    )
    .replace(/\p{M}/gu, '');
  return [...plain]
    .map((one) => LOOK_ALIKES[one] ?? one)
    .join('')
    .toUpperCase();
}
