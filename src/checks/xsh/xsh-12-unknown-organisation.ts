import { defineCheck } from '../define-check.js';
import { workshopTables } from './organisation-example.js';
import { param } from '../param.js';
import { cellPlace } from '../cell-place.js';
import { maskNumbersInText } from '../../domain/masking.js';
import type { RowReference } from '../../domain/roster.js';

export const unknownOrganisation = defineCheck({
  code: 'XSH-12',
  name: 'unknown-organisation',
  severity: 'info',
  stage: 'roster',
  needs: [{ table: '单位', fields: ['统一社会信用代码'] }],
  sample: { code: '91350100M000100Y43', what: '用工' },
  text: {
    zh: {
      title: '单位在单位表中没有',
      what: (p) => `${param(p, 'what')}表的单位应在单位表中，代码 ${param(p, 'code')} 现在没有`,
      why: '不知道单位类型和收款账户；按政策核算时会说明影响',
      how: '请核对统一社会信用代码，或在单位表中补上这家单位',
    },
    en: {
      title: 'The organisation is unknown',
      what: (p) =>
        `the organisation of this ${param(p, 'what')} row should be in 单位; code ${param(p, 'code')} is not`,
      why: 'its kind and account are unknown; the assessment says what follows',
      how: 'check the code, or add the organisation',
    },
  },
  examples: [
    {
      title: '车间不在单位表',
      tables: workshopTables({ 单位名称: '另一车间', 统一社会信用代码: '91110000600037341L' }),
      expect: ['用工!统一社会信用代码@1'],
    },
    { title: '车间在单位表', tables: workshopTables(), expect: [] },
  ],
  run: ({ roster, report }) => {
    const known = new Set(roster.rows.单位.map((row) => row.creditCode));
    const told = new Set<string>();
    const look = (row: RowReference, code: string | null, field: string, what: string, name: string | null): void => {
      if (code === null || known.has(code) || told.has(code)) return;
      told.add(code);
      report({
        place: cellPlace(roster, row, field),
        subject: { organisation: code, name },
        value: code,
        params: { code: maskNumbersInText(code), what },
      });
    };
    for (const row of roster.rows.用工) look(row, row.creditCode, '统一社会信用代码', '用工', row.organisationName);
    for (const row of roster.rows.劳务输出) look(row, row.brokerCode, '中介代码', '劳务输出', row.brokerName);
    for (const row of roster.rows.培训)
      if (row.kind === '餐饮服务') look(row, row.institutionCode, '机构代码', '培训', row.institution);
  },
});
