import { compact } from '../values/plain-text.js';

const TOTAL =
  /^([-—=*#]|第?\d*页|本页|本批|本次|本日|当日|累计|全部|附[:：]|注[:：])*(合计|总计|小计|共计|汇总|总笔数|总金额|成功笔数|成功金额|失败笔数|失败金额|笔数|承前页|过次页|期初|期末|上期|本期|上页|上日|昨日|余额|打印|制表|操作员|经办|复核|审核人?[:：]|审批|备注[:：]|说明[:：]|注[:：]|批次|文件|总[:：]|第\d+页|共\d+[页笔条]|页码|页次|end|trailer|total|eof)/i;

/** Header, trailer, total and page records: what such a row begins with. */
export function isRecordWord(first: string): boolean {
  return TOTAL.test(compact(first.normalize('NFKC')).replace(/\s/g, ''));
}

/** Opening and carried-over balances of a statement. */
export function isBalanceWord(text: string): boolean {
  return /^(期初|期末|上期|上页|上日|昨日|上年|年初|承前|过次)?(余额|结余|结转|承前页|过次页)/.test(
    compact(text.normalize('NFKC')).replace(/\s/g, ''),
  );
}
