import { defineCheck } from '../define-check.js';
import { workshopTables } from './organisation-example.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { maskNumbersInText } from '../../domain/masking.js';
import type { OrganisationRow, RowReference } from '../../domain/roster.js';
import { plainName } from '../plain-name.js';

export const organisationNamesDiffer = defineCheck({
  code: 'XSH-13',
  name: 'organisation-names-differ',
  severity: 'warning',
  stage: 'roster',
  needs: [{ table: '单位', fields: ['单位名称', '统一社会信用代码'] }],
  sample: { code: '91350100M000100Y43', first: '某某帮扶车间', second: '另一车间' },
  text: {
    zh: {
      title: '同一代码，单位名称不同',
      what: (p) =>
        `代码 ${param(p, 'code')} 的单位名称应一致，单位表为「${param(p, 'first')}」，这里为「${param(p, 'second')}」`,
      why: '按代码认单位；名称不同可能是代码填错',
      how: '请对照营业执照核对名称和代码',
    },
    en: {
      title: 'One code, two organisation names',
      what: (p) =>
        `code ${param(p, 'code')} should have one name: "${param(p, 'first')}" in 单位, "${param(p, 'second')}" here`,
      why: 'organisations are told apart by code; the code may be wrong',
      how: 'compare with the business licence',
    },
  },
  examples: [
    { title: '名称不同', tables: workshopTables({}, { 单位名称: '另一车间' }), expect: ['用工!单位名称@1'] },
    { title: '名称相同', tables: workshopTables(), expect: [] },
  ],
  run: ({ roster, report }) => {
    const known = new Map<string, OrganisationRow>();
    for (const row of roster.rows.单位)
      if (row.creditCode !== null && !known.has(row.creditCode)) known.set(row.creditCode, row);
    const told = new Set<string>();
    const look = (row: RowReference, code: string | null, name: string | null, field: string): void => {
      const first = code === null ? undefined : known.get(code);
      if (code === null || name === null || first === undefined || first.name === null) return;
      if (plainName(first.name) === plainName(name)) return;
      if (told.has(`${code}|${name}`)) return;
      told.add(`${code}|${name}`);
      report({
        place: cellPlace(roster, row, field),
        subject: { organisation: code, name },
        value: name,
        params: { code: maskNumbersInText(code), first: first.name, second: name },
        related: [cellPlace(roster, first, '单位名称')],
      });
    };
    for (const row of roster.rows.单位) look(row, row.creditCode, row.name, '单位名称');
    for (const row of roster.rows.用工) look(row, row.creditCode, row.organisationName, '单位名称');
    for (const row of roster.rows.劳务输出) look(row, row.brokerCode, row.brokerName, '中介名称');
    for (const row of roster.rows.培训) look(row, row.institutionCode, row.institution, '培训机构');
  },
});
