import { compact } from '../values/plain-text.js';

/**
 * What a bank's word about a payment means. `done`: processed, which is not yet paid. `pending`: no answer yet. `partial`:
 * a part of the amount. Null: words nobody knows; never taken for an answer.
 */
export type ResultWord = 'paid' | 'failed' | 'returned' | 'pending' | 'done' | 'partial' | null;

/** What banks call the act of paying. */
const ACTS = [
  ...['交易', '处理', '入账', '记账', '上账', '代发', '支付', '发放', '付款', '转账', '划转', '汇款', '打款', '到账'],
  ...['拨付', '划款', '代付', '贷记', '划拨', '批量代发', '批量入账', '实时代发'],
];
/** Acts whose end is the money in the account: 入账完成 is paid, 处理完成 is not. */
const BOOKED = ['入账', '记账', '上账', '到账', '支付', '发放', '付款', '打款', '划款', '拨付'];

/** The dictionary, after blanks, full-width forms, codes and full stops are taken off. Exact words only. */
const WORDS: Readonly<Record<Exclude<ResultWord, null>, readonly string[]>> = {
  paid: [
    ...['成功', '已成功', '全部成功', 'success', 'successful', 'succeeded', 'succeed', 'succ', 'paid', 'ok', 'y', 's'],
    ...ACTS.flatMap((act) => [`${act}成功`, `成功${act}`, `已成功${act}`, `已${act}成功`]),
    ...BOOKED.flatMap((act) => [`已${act}`, `${act}完成`, `已完成${act}`]),
  ],
  failed: [
    ...['失败', '已失败', '不成功', '未成功', '全部失败', '异常失败', '拒绝', '已拒绝', '被拒绝', '银行拒绝', '拒付'],
    ...['交易拒绝', '拒绝付款', '拒绝入账', '已拒付', 'fail', 'failed', 'failure', 'rejected', 'reject', 'error'],
    ...['n', 'f', 'declined'],
    ...ACTS.flatMap((act) => [`${act}失败`, `${act}不成功`, `${act}未成功`, `未成功${act}`, `失败${act}`]),
    ...BOOKED.flatMap((act) => [`未${act}`, `未能${act}`, `无法${act}`]),
  ],
  returned: [
    ...['退回', '退票', '退汇', '退款', '冲正', '冲回', '冲销', '退单'].flatMap((word) => [
      word,
      `已${word}`,
      `被${word}`,
      `已被${word}`,
      `银行${word}`,
      `${word}成功`,
      `已${word}成功`,
    ]),
    ...['returned', 'refunded', 'reversed'],
  ],
  pending: [
    ...['处理中', '正在处理', '银行处理中', '待处理', '未处理', '待发放', '发放中', '待入账', '待支付', '支付中'],
    ...[
      '可疑',
      '未知',
      '状态未知',
      '处理未知',
      '待确认',
      '待查证',
      '受理成功',
      '已受理',
      '受理中',
      '提交成功',
      '已提交',
    ],
    ...['接收成功', '发送成功', '已发送', '待复核', '待授权', '挂账', '已挂账', '在途'],
    ...['unknown', 'dealing', 'pending', 'init', 'processing', 'wait', 'waiting', 'accepted', 'submitted'],
  ],
  done: [
    '完成',
    '已完成',
    '处理完成',
    '交易完成',
    '已处理',
    '处理完毕',
    '完毕',
    '结束',
    '已结束',
    '代发完成',
    '已办结',
    'done',
    'finished',
    'completed',
  ],
  partial: ['部分成功', '部分失败', '部分入账', '部分发放', '部分支付', '部分到账', 'partial'],
};

const MEANINGS: ReadonlyMap<string, Exclude<ResultWord, null>> = new Map(
  (Object.entries(WORDS) as [Exclude<ResultWord, null>, readonly string[]][]).flatMap(([meaning, words]) =>
    words.map((word) => [word, meaning] as const),
  ),
);

const CODE = '[A-Za-z]{0,6}\\d{1,10}|[Aa]{4,}';
const CODE_FIRST = new RegExp(`^[\\[(【<]?(${CODE})[\\])】>]?[-—–_:：.,，、|/]*(.+)$`);
const CODE_LAST = new RegExp(`^(.+?)[-—–_:：.,，、|/]*[\\[(【<]?(${CODE})[\\])】>]?$`);

/**
 * Meaning of what a result column says, with or without the bank's code: 成功, 00-成功, 交易成功[0000], 失败[2001]. A word
 * and a code that contradict one another (成功[2001]) mean nothing, and so does a code alone: every bank has its own.
 */
export function resultWord(text: string): ResultWord {
  const whole = plain(text);
  const known = MEANINGS.get(whole);
  if (known !== undefined) return known;
  const first = CODE_FIRST.exec(whole);
  const byFirst = first === null ? undefined : MEANINGS.get(plain(first[2] ?? ''));
  if (first !== null && byFirst !== undefined) return agreeing(byFirst, first[1] ?? '');
  const last = CODE_LAST.exec(whole);
  const byLast = last === null ? undefined : MEANINGS.get(plain(last[1] ?? ''));
  return last !== null && byLast !== undefined ? agreeing(byLast, last[2] ?? '') : null;
}

function plain(text: string): string {
  return compact(text.normalize('NFKC'))
    .replace(/\s/g, '')
    .replaceAll('帐', '账')
    .replace(/[。.;；!！,，]+$/g, '')
    .replace(/^[[(【](\D+)[\])】]$/, '$1')
    .toLowerCase();
}

/** One or two digits number the answers (1-成功, 2-失败); longer codes say themselves whether something went wrong. */
function agreeing(word: Exclude<ResultWord, null>, code: string): ResultWord {
  const right = /^[a-z]*00+$|^a{4,}$/i.test(code);
  const wrong = !right && !/^\d{1,2}$/.test(code);
  if (word === 'paid' && wrong) return null;
  return (word === 'failed' || word === 'returned') && right ? null : word;
}

const NO_REASON = /^([a-z]*0+|a{4,}|正常|无|无误|无异常|无错误|正确|一致|相符|null|none|nil|n\/?a|-+|—+)$/i;

/** Whether a column for reasons says nothing against a payment: 交易成功, 0000, 正常. */
export function isNoReason(text: string): boolean {
  const word = plain(text);
  if (word === '' || NO_REASON.test(word)) return true;
  const meaning = resultWord(text);
  return meaning === 'paid' || meaning === 'done';
}

/** Words of a bank for what went wrong with an account. */
const TROUBLE =
  /不符|不一致|不存在|销户|注销|失效|冻结|异常|未激活|非结算|错误|有误|不足|挂失|止付|退回|退汇|退票|退款|冲正|失败|拒绝|未启用|死亡/;

/** Whether a remark tells of trouble; remarks say many things, so only plain words count. */
export function tellsTrouble(text: string): boolean {
  return TROUBLE.test(plain(text));
}

/** What the name of a sheet says about all its rows: 成功, 失败明细, 退汇清单; null when it says nothing. */
export function sheetResult(name: string): 'paid' | 'failed' | 'returned' | null {
  const word = plain(name).replace(/(的)?(明细|清单|记录|名单|列表|数据|表|户|人员)+$/, '');
  const meaning = MEANINGS.get(word);
  return meaning === 'paid' || meaning === 'failed' || meaning === 'returned' ? meaning : null;
}
