import { maskName, maskNumbersInText } from '../../domain/masking.js';
import { eachHit } from '../compare-lists.js';
import { type Check, type CheckContext, type CompareList, defineCheck } from '../define-check.js';

type ListKind = CompareList['kind'];

/** What one check of a list says of itself; who is on the list is found alike for all. */
export type ListCheck = Omit<Check, 'stage' | 'needs' | 'lists' | 'examples' | 'run'> & {
  readonly lists: readonly [ListKind, ...ListKind[]];
  /** Examples beside those that every list has. */
  readonly examples?: Check['examples'];
  /** Whether somebody on the list is in order all the same. */
  readonly passes?: (context: CheckContext, id: string) => boolean;
};

/** A check that tells everybody of the roster who stands on a list of these kinds. */
export function listCheck({ lists, examples = [], passes, ...words }: ListCheck): Check {
  return defineCheck({
    ...words,
    stage: 'lists',
    needs: [],
    lists,
    examples: [...examplesOf(lists[0]), ...examples],
    run: (context) => {
      for (const kind of lists)
        eachHit(context, kind, ({ id, name, entry, place, subject, listPlace }) => {
          if (passes?.(context, id) === true) return;
          context.report({
            place,
            subject,
            value: id,
            params: { name: maskName(name ?? entry.name ?? ''), note: maskNumbersInText(entry.note ?? '') },
            related: [listPlace],
          });
        });
    },
  });
}

function examplesOf(kind: ListKind): Check['examples'] {
  const tables = { 成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }] };
  const list = { kind, file: `${kind}名单.xlsx`, date: '2024-12-01' };
  const on = { name: '张三', date: null, note: '登记为某某商店', row: 2 };
  const other = { name: '李四', date: null, note: null, row: 2 };
  return [
    {
      title: '成员在名单上',
      tables,
      expect: ['成员!身份证号@1'],
      lists: [{ ...list, entries: new Map([['640181199001010010', on]]) }],
    },
    {
      title: '成员不在名单上',
      tables,
      expect: [],
      lists: [{ ...list, entries: new Map([['64018119880808004X', other]]) }],
    },
  ];
}
