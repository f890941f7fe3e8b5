import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { maskId, maskName } from '../../domain/masking.js';
import { cellPlace } from '../cell-place.js';
import { ofHousehold, ofMember, ofPlacement, ofService, ofTraining, ofWorker } from '../subject.js';
import type { RowReference, TableKind } from '../../domain/roster.js';
import type { FindingSubject } from '../../findings/finding.js';
import { plainName } from '../plain-name.js';

interface Named {
  readonly row: RowReference;
  readonly table: TableKind;
  readonly name: string;
  readonly field: string;
}

export const namesDiffer = defineCheck({
  code: 'XSH-02',
  name: 'names-differ',
  severity: 'error',
  stage: 'roster',
  needs: [],
  sample: { id: '6401**********0010', first: '张**', second: '李*', table: '成员' },
  text: {
    zh: {
      title: '同一身份证号，姓名不同',
      what: (p) =>
        p['first'] === p['second']
          ? `${param(p, 'id')} 的姓名应一致，这里与${param(p, 'table')}表写法不同`
          : `${param(p, 'id')} 的姓名应一致，${param(p, 'table')}表为 ${param(p, 'first')}，这里为 ${param(p, 'second')}`,
      why: '号码或姓名有一处错，可能付错人，这一行所属的户（单位）暂不发放',
      how: '请对照身份证核对号码和姓名',
    },
    en: {
      title: 'One ID number, two names',
      what: (p) =>
        p['first'] === p['second']
          ? `${param(p, 'id')} should have one name; here it is written otherwise than in ${param(p, 'table')}`
          : `${param(p, 'id')} should have one name: ${param(p, 'first')} in ${param(p, 'table')}, ${param(p, 'second')} here`,
      why: 'either the number or the name is wrong and the wrong person may be paid; the payment is held',
      how: 'compare number and name with the identity card',
    },
  },
  examples: [
    {
      title: '住户表和成员表姓名不同',
      tables: {
        住户: [{ 户编号: 'H1', 户主姓名: '李四', 户主身份证号: '640181199001010010', 家庭人口数: 1, 收入年度: 2024 }],
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: ['住户!户主姓名@1'],
    },
    {
      title: '车间用工与成员姓名不同',
      tables: {
        成员: [{ 户编号: 'H1', 姓名: '张三', 身份证号: '640181199001010010', 与户主关系: '户主' }],
        用工: [
          {
            单位名称: '某某帮扶车间',
            统一社会信用代码: '91350100M000100Y43',
            姓名: '王五',
            身份证号: '640181199001010010',
            人员类别: '搬迁群众',
            入职日期: '2024-01-01',
          },
        ],
      },
      expect: ['用工!姓名@1'],
    },
    {
      title: '只是间隔号写法不同',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '阿依古丽.买买提',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
          },
        ],
        成员: [{ 户编号: 'H1', 姓名: '阿依古丽·买买提', 身份证号: '640181199001010010', 与户主关系: '户主' }],
      },
      expect: [],
    },
  ],
  run: ({ roster, index, report }) => {
    const known = new Map<string, Named>();
    const look = (
      row: RowReference,
      table: TableKind,
      id: string | null,
      name: string | null,
      field: string,
      subject: () => Partial<FindingSubject>,
    ): void => {
      if (id === null || name === null) return;
      const member = index.persons.get(id);
      const first =
        member === undefined || member.name === null
          ? known.get(id)
          : { row: member, table: '成员' as const, name: member.name, field: '姓名' };
      if (first === undefined) {
        known.set(id, { row, table, name, field });
        return;
      }
      if (first.name === name || plainName(first.name) === plainName(name)) return;
      // A service row decides no money.
      report({
        ...(table === '服务' ? { severity: 'warning' } : {}),
        place: cellPlace(roster, row, field),
        subject: subject(),
        value: name,
        params: { id: maskId(id), first: maskName(first.name), second: maskName(name), table: first.table },
        related: [cellPlace(roster, first.row, first.field)],
      });
    };
    const { rows } = roster;
    for (const row of rows.住户) look(row, '住户', row.headId, row.headName, '户主姓名', () => ofHousehold(row));
    for (const row of rows.经营) look(row, '经营', row.personId, row.name, '经营者姓名', () => ofMember(row));
    for (const row of rows.用工) look(row, '用工', row.personId, row.name, '姓名', () => ofWorker(row));
    for (const row of rows.劳务输出) look(row, '劳务输出', row.personId, row.name, '姓名', () => ofPlacement(row));
    for (const row of rows.培训) look(row, '培训', row.personId, row.name, '姓名', () => ofTraining(row));
    for (const row of rows.服务) look(row, '服务', row.personId, row.name, '姓名', () => ofService(row));
  },
});
