import { describe, expect, it } from 'vitest';
import { checksJson, checksTable, explainCheck, nearCodes } from '../../src/checks/explain-check.js';
import { countsText, groupFindings, groupLines } from '../../src/checks/group-findings.js';
import { CHECKS, findCheck } from '../../src/checks/index.js';
import { renderFinding } from '../../src/checks/render-finding.js';
import { FindingCollector, type FindingDraft } from '../../src/findings/collector.js';
import type { Finding, FindingPlace } from '../../src/findings/finding.js';

const ID = '640181199001010010';

function findings(...drafts: readonly FindingDraft[]): readonly Finding[] {
  const collector = new FindingCollector();
  for (const draft of drafts) collector.add(draft);
  return collector.findings;
}

function at(row: number, more: Partial<FindingPlace> = {}): Partial<FindingPlace> {
  return { file: '六月.xlsx', sheet: '6月名册', row, column: 5, header: '月收入\n（元）', ...more };
}

const checksum = (row: number, file = '六月.xlsx'): FindingDraft => ({
  code: 'CEL-02',
  severity: 'error',
  place: at(row, { file }),
  subject: { household: 'HH0012', person: ID, name: '张三丰' },
  value: '640181199001010011',
  params: { reason: 'checksum' },
});

describe('renderFinding', () => {
  it('names file, sheet, cell and header as the clerk sees them, and masks', () => {
    const [finding] = findings(checksum(17));
    if (finding === undefined) throw new Error('no finding');
    const words = renderFinding(finding, 'zh', { reveal: false });
    expect(words.where).toBe('六月.xlsx / 6月名册!F17「月收入（元）」');
    expect(words.who).toBe('户 HH0012 张**');
    expect(words.value).toBe('6401**********0011');
    expect(renderFinding(finding, 'zh', { reveal: true })).toMatchObject({
      who: '户 HH0012 张三丰',
      value: '640181199001010011',
    });
    expect(renderFinding(finding, 'en', { reveal: false }).what).toMatch(/last character of the ID number/);
  });

  it('does not speak of held payments where the finding is a warning', () => {
    const [error, warning] = findings(
      { code: 'CEL-19', severity: 'error', params: { field: '姓名' } },
      { code: 'CEL-19', severity: 'warning', params: { field: '姓名' } },
    );
    if (error === undefined || warning === undefined) throw new Error('no finding');
    expect(renderFinding(error, 'zh', { reveal: false }).why).toMatch(/暂不发放/);
    expect(renderFinding(warning, 'zh', { reveal: false }).why).toBe('这里只作提醒，不因此暂缓发放');
  });

  it('masks a full number that slipped into the values', () => {
    const [finding] = findings({
      code: 'HHD-06',
      severity: 'error',
      params: { field: '户主身份证号', first: ID, second: 'x' },
    });
    if (finding === undefined) throw new Error('no finding');
    expect(renderFinding(finding, 'zh', { reveal: false }).what).not.toContain(ID);
  });

  it('shows a code without a check rather than nothing', () => {
    const [finding] = findings({ code: 'ZZZ-01', severity: 'error' });
    if (finding === undefined) throw new Error('no finding');
    expect(renderFinding(finding, 'zh', { reveal: false }).what).toBe('ZZZ-01');
  });
});

describe('groupFindings', () => {
  it('groups by file, severity and code, equal problems together, the worst first, totals true when capped', () => {
    const rows = Array.from({ length: 30 }, (_, i) => checksum(i + 2));
    const lengths = Array.from(
      { length: 8 },
      (_, i): FindingDraft => ({
        code: 'CEL-01',
        severity: 'error',
        place: at(i + 50),
        params: { length: i + 1 },
      }),
    );
    const groups = groupFindings(
      findings(
        ...rows,
        ...lengths,
        { code: 'CEL-11', severity: 'info', place: at(2), params: { count: 3 } },
        { code: 'SHT-06', severity: 'info', place: { file: '五月.csv', sheet: '五月' }, params: { count: 1 } },
      ),
      { lang: 'zh', reveal: false, problems: 5, cells: 4 },
    );
    expect(groups.map((group) => group.file)).toEqual(['六月.xlsx', '五月.csv']);
    const june = groups[0];
    expect(june?.counts).toEqual({ error: 38, warning: 0, info: 1 });
    expect(june?.groups.map((group) => [group.code, group.count, group.hidden])).toEqual([
      ['CEL-01', 8, 3],
      ['CEL-02', 30, 0],
      ['CEL-11', 1, 0],
    ]);
    const [same] = june?.groups[1]?.problems ?? [];
    expect(same?.count).toBe(30);
    expect(same?.cells).toHaveLength(4);

    const text = groupLines(groups, 'zh')
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain('错误 CEL-02 身份证号不对（30 处）');
    expect(text).toContain('等 30 处');
    expect(text).toContain('另有 3 处没有列出');
    expect(text.indexOf('六月.xlsx')).toBeLessThan(text.indexOf('五月.csv'));
    expect(text).not.toContain(ID);
  });

  it('says nothing about nothing', () => {
    expect(groupLines(groupFindings([], { lang: 'zh', reveal: false }), 'zh')).toEqual([]);
    expect(countsText({ error: 0, warning: 0, info: 0 }, 'zh')).toBe('');
    expect(countsText({ error: 2, warning: 0, info: 1 }, 'en')).toBe('2 error · 1 info');
  });
});

describe('explainCheck', () => {
  it('explains every code in both languages, found by code or name in any case', () => {
    for (const check of CHECKS)
      for (const lang of ['zh', 'en'] as const) {
        const text = explainCheck(check.code.toLowerCase(), lang) ?? '';
        expect(text).toContain(check.code);
        expect(text).toContain(check.text[lang].title);
        expect(explainCheck(check.name, lang)).toBe(text);
      }
    expect(explainCheck('CEL-02', 'zh')).toContain('会报');
    expect(explainCheck('NO-99', 'zh')).toBeNull();
  });

  it('suggests near codes for a slip, and none for nonsense', () => {
    expect(nearCodes('CEL02')).toContain('CEL-02');
    expect(nearCodes('cel-2')).toContain('CEL-02');
    expect(nearCodes('id-checksun')).toEqual(['CEL-02']);
    expect(nearCodes('')).toEqual([]);
    expect(nearCodes('户编号太多了')).toEqual([]);
    expect(findCheck(' cel-02 ')?.name).toBe('id-checksum');
  });
});

describe('lists of all checks', () => {
  it('has one row a check, and plain data for programs', () => {
    for (const lang of ['zh', 'en'] as const) {
      const rows = checksTable(lang).split('\n');
      expect(rows).toHaveLength(CHECKS.length + 2);
      for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(7);
    }
    expect(checksJson().map((summary) => summary.code)).toEqual(CHECKS.map((check) => check.code));
    expect(JSON.parse(JSON.stringify(checksJson()))).toEqual(checksJson());
  });
});
