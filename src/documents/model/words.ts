import type { RunOrigin } from '../run/run-document.js';
import type { Effect, Severity } from '../../findings/finding.js';

export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示' };

export const EFFECT_WORDS: Readonly<Record<Effect, string>> = {
  held: '暂停发放',
  paid: '照常发放',
  ignored: '不影响发放',
  accepted: '已核实',
};

/** `2024-11` → `2024年11月`; `2024Q3` → `2024年第3季度`; `2024H2` → `2024年下半年`. */
export function monthWords(period: string): string {
  const part = /^(\d{4})([QH])(\d)$/.exec(period);
  if (part !== null)
    return part[2] === 'Q'
      ? `${part[1] ?? ''}年第${part[3] ?? ''}季度`
      : `${part[1] ?? ''}年${part[3] === '1' ? '上' : '下'}半年`;
  const [year = '', month = ''] = period.split('-');
  return `${year}年${Number(month)}月`;
}

/** `2024-11-30` → `2024年11月30日`. */
export function dayWords(day: string): string {
  const [year = '', month = '', number = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(number)}日`;
}

/** Who pays, before the rest of a heading; nothing when the office did not set it. */
export function unitText({ office }: Pick<RunOrigin, 'office'>): string {
  const name = office?.unitName ?? '';
  return name === '' ? '' : `填报单位：${name}　`;
}
