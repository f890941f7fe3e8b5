import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';

function sheetsOf(p: Params): number {
  return Number(p['sheets'] ?? 0);
}

export const hiddenData = defineCheck({
  code: 'SHT-02',
  name: 'hidden-data',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: { rows: 3, columns: 1, sheets: 0 },
  text: {
    zh: {
      title: '有隐藏的行、列或工作表',
      what: (p) =>
        sheetsOf(p) > 0
          ? `应看得见全部数据，现有 ${sheetsOf(p)} 个隐藏的工作表里像有名册`
          : `应看得见全部数据，现隐藏 ${param(p, 'rows')} 行、${param(p, 'columns')} 列`,
      why: (p) =>
        sheetsOf(p) > 0 ? '隐藏的工作表没有读，里面的人不参与核算，可能漏发' : '隐藏的数据也参与核算，可能多发',
      how: (p) =>
        sheetsOf(p) > 0
          ? '要核算的，请取消隐藏，或用 --sheet 工作表名 指定；不要的就删除'
          : '请取消隐藏和筛选，确认这些人也要核算；不要的就删除',
    },
    en: {
      title: 'Hidden rows, columns or sheets',
      what: (p) =>
        sheetsOf(p) > 0
          ? `all data should be visible; hidden sheets that look like rosters: ${sheetsOf(p)}`
          : `all data should be visible; hidden: ${param(p, 'rows')} rows, ${param(p, 'columns')} columns`,
      why: (p) =>
        sheetsOf(p) > 0
          ? 'hidden sheets are not read; nobody on them is paid'
          : 'hidden data is computed too and may be paid',
      how: (p) =>
        sheetsOf(p) > 0
          ? 'unhide what belongs, or name it with --sheet; delete what does not'
          : 'unhide them and clear filters; delete what does not belong',
    },
  },
  examples: [],
});
