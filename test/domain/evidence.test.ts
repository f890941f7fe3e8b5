import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFilled, readEvidence } from '../../src/domain/evidence.js';

const REFUSED =
  '无 没有 否 × ✗ ✘ X N NO FALSE 0 0份 缺 欠 未提供 未交 待补 暂缺 NULL nan #N/A None (Null) \\N undefined NA ❌ ✖ F 无证明 無 空 --- … ? ☐ □ £ 无。 ⠀ ㅤ ｎｏ Ｘ х 未開具 沒有 N/A “无” 【无】 无、无 工资流水（待补） 劳动合同：无 无劳动合同 缺工资流水 合同未交 流水暂缺 0张 零 待补，未交 正在办理 无任何证明材料 未签合同 不能提供 没办 尚未取得 无证明材料、无流水 材料不全 待开证明 合同丢了 材料在路上 已申请未批 合同未签 ×合同 ✗流水 合同✗ 已注销 作废合同 0元'.split(
    ' ',
  );
const NAMED =
  '有 √ 已提供 见附件 已交 2份 工资流水 未婚证明 失业证 无收入证明 劳动合同 合同、流水 工资流水.pdf 银行流水2张 微信转账截图 收入证明（村委盖章） 务工证明 ✓ Y 是 3 无犯罪记录证明 承诺书 营业执照 待遇证明 社保缴费记录 合同:有 劳动合同/工资流水 已核实 ☑ 村委会证明 不动产证'.split(
    ' ',
  );

describe('evidence', () => {
  it.each(REFUSED)('%s names none', (text) => {
    expect(isFilled(text)).toBe(false);
  });

  it.each(NAMED)('%s names some, without a question', (text) => {
    expect(readEvidence(text)).toEqual({ filled: true, refused: false, known: true });
  });

  it.each(['劳动合同，无流水', '劳动合同；缺流水', '劳动合同（缺流水）'])(
    '%s names one and refuses another',
    (text) => {
      expect(readEvidence(text)).toEqual({ filled: true, refused: true, known: true });
    },
  );

  it.each(['老板说过', '口头', '张三'])('%s counts, with a warning', (text) => {
    expect(readEvidence(text)).toEqual({ filled: true, refused: false, known: false });
  });

  it('blank is none', () => {
    for (const text of [null, '', ' ', '\u200b', '\u3000']) expect(isFilled(text)).toBe(false);
  });

  it('reads the same through blanks, invisible characters and full-width forms', () => {
    const noise = fc.constantFrom('', ' ', '\u200b', '\u2066', '\ufeff', '\u3000', '\u00ad', '\ufe0f');
    fc.assert(
      fc.property(fc.constantFrom(...REFUSED, ...NAMED), noise, noise, (text, before, after) => {
        expect(isFilled(`${before}${text}${after}`)).toBe(isFilled(text));
      }),
    );
  });
});
