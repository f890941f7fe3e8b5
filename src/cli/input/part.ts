import type { PayoutLine } from '../../domain/payout.js';
import { Fault } from '../faults/fault.js';
import { badValue } from '../line/usage-faults.js';

/** A part of a batch: the lines of one township or of one community. */
export interface Part {
  readonly scope: 'township' | 'community';
  readonly name: string;
}

/** `township=宁东镇`, `community=永利社区`; null when none was asked for. Throws Fault. */
export function readPart(text: string | null): Part | null {
  if (text === null) return null;
  const [scope = '', name = ''] = text.split(/[=＝]/, 2).map((part) => part.trim());
  const known = {
    township: 'township',
    乡镇: 'township',
    community: 'community',
    社区: 'community',
    村: 'community',
  } as const;
  if (Object.hasOwn(known, scope) && name !== '') return { scope: known[scope as keyof typeof known], name };
  throw badValue(
    'bad-part',
    '--part',
    text,
    { zh: 'township=乡镇 或 community=社区', en: 'township=NAME or community=NAME' },
    { zh: '例如 --part township=宁东镇', en: 'for example --part township=NAME' },
  );
}

/** Whether a line belongs to a part. */
export function isOfPart({ scope, name }: Part, line: Pick<PayoutLine, 'township' | 'community'>): boolean {
  return line[scope] === name;
}

/** Lines of a part, all without one. Throws Fault, naming the parts there are, when a part has none. */
export function linesOfPart<T extends Pick<PayoutLine, 'township' | 'community'>>(
  lines: readonly T[],
  part: Part | null,
  batch: string,
): readonly T[] {
  if (part === null) return lines;
  const own = lines.filter((line) => isOfPart(part, line));
  if (own.length > 0) return own;
  const names = [...new Set(lines.map((line) => line[part.scope] ?? ''))].filter((name) => name !== '');
  const shown = names.slice(0, 20).join('、');
  throw new Fault(
    'unknown-part',
    {
      what: `批次 ${batch} 里没有${part.scope === 'township' ? '乡镇' : '社区'}「${part.name}」的笔`,
      how: shown === '' ? '这个批次没有写这一项' : `有：${shown}`,
    },
    { what: `batch ${batch} has no line of ${part.scope} "${part.name}"`, how: 'name one of those in butie show' },
  );
}

/** `乡镇 宁东镇`. */
export function partName({ scope, name }: Part): string {
  return `${scope === 'township' ? '乡镇' : '社区'} ${name}`;
}
