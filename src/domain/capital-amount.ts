import { fen, type Fen } from './money.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '兆'];

/**
 * 人民币大写 of an amount in 分, without the 人民币 prefix: `140950` → `壹仟肆佰零玖元伍角整`.
 *
 * After 支付结算办法 附一 and 会计基础工作规范 §52: 整 after 元 or 角, never after 分; 零 inside as it is spoken; 零 after 元
 * when the last digit of the yuan or the 角 is zero. Negative amounts begin with 负. Throws RangeError for anything that
 * is not a safe whole number of 分.
 */
export function capitalAmount(amount: Fen): string {
  const absolute = Math.abs(fen(amount));
  const sign = amount < 0 ? '负' : '';
  const yuan = Math.floor(absolute / 100);
  const jiao = Math.floor(absolute / 10) % 10;
  const cents = absolute % 10;
  const whole = yuan === 0 ? '' : `${capitalInteger(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${sign}${whole === '' ? '零元' : whole}整`;
  const zero = whole !== '' && (yuan % 10 === 0 || jiao === 0) ? '零' : '';
  const tenths = jiao === 0 ? '' : `${DIGITS.charAt(jiao)}角`;
  return `${sign}${whole}${zero}${tenths}${cents === 0 ? '整' : `${DIGITS.charAt(cents)}分`}`;
}

/** Whole number from 1: groups of four, 零 where digits are skipped. */
function capitalInteger(value: number): string {
  let text = '';
  let skipped = false;
  for (let group = GROUPS.length - 1; group >= 0; group--) {
    const digits = Math.floor(value / 10_000 ** group) % 10_000;
    if (digits === 0) {
      skipped = text !== '';
      continue;
    }
    for (let place = 3; place >= 0; place--) {
      const digit = Math.floor(digits / 10 ** place) % 10;
      if (digit === 0) {
        skipped = text !== '';
        continue;
      }
      text += `${skipped ? '零' : ''}${DIGITS.charAt(digit)}${PLACES[place] ?? ''}`;
      skipped = false;
    }
    text += GROUPS[group] ?? '';
    // Zeros that end a group are not spoken: 107000 is 壹拾万柒仟.
    skipped = false;
  }
  return text;
}
