import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { butie, emptyFolder, looksLikeCrash, SAMPLES } from './butie.js';

const LINGXIN = join(SAMPLES, '灵新社区花名册.xlsx');
const MEIYUAN = join(SAMPLES, '梅苑社区住户.csv');
const MEMBERS = join(SAMPLES, '梅苑社区成员.csv');
const ALL = [LINGXIN, MEIYUAN, MEMBERS];

interface CheckDocument {
  readonly schema: string;
  readonly as_of: string;
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly checks: readonly { readonly code: string; readonly status: string }[];
  readonly findings: readonly {
    readonly severity: string;
    readonly code: string;
    readonly cell: string | null;
    readonly household_id: string | null;
    readonly value: string | null;
    readonly message: string;
    readonly effect: string;
  }[];
  readonly summary: { readonly errors: number; readonly warnings: number; readonly infos: number };
  readonly error?: { readonly code: string };
}

function checkJson(words: readonly string[], folder = emptyFolder()): { code: number | null; document: CheckDocument } {
  const { code, stdout } = butie(['check', ...words, '--format', 'json'], { folder });
  return { code, document: JSON.parse(stdout) as CheckDocument };
}

/** Keeps ID-like and account-like runs of digits. */
const LONG_NUMBER = /\d{15,}[\dXx]?/;

describe('check on the sample month', () => {
  const { code, stdout, stderr } = butie(['check', ...ALL]);
  const { document } = checkJson(ALL);

  it('finds the planted mistakes, by cell and household, and ends with 1', () => {
    expect(code).toBe(1);
    const at = (finding: string, household: string): boolean =>
      document.findings.some((one) => one.code === finding && one.household_id === household);
    expect(at('CEL-02', 'LX0008')).toBe(true);
    expect(at('CEL-01', 'LX0018')).toBe(true);
    expect(at('CEL-03', 'LX0022')).toBe(true);
    expect(at('HHD-04', 'LX0027')).toBe(true);
    expect(at('ROW-01', 'LX0032')).toBe(true);
    expect(at('CEL-06', 'LX0037')).toBe(true);
    expect(at('HHD-16', 'MY0061')).toBe(true);
    expect(document.findings.some((one) => one.code === 'HHD-05')).toBe(true);
  });

  it('tells results on stdout and talks on stderr', () => {
    expect(stdout).toContain('个错误');
    expect(stdout).not.toContain('下一步');
    expect(stderr).toContain('下一步');
    expect(stderr).toContain('--as-of');
    expect(looksLikeCrash({ code, stdout, stderr })).toBe(false);
  });

  it('uses no colours, no cursor tricks and no progress when piped, even when asked for', () => {
    for (const env of [{}, { FORCE_COLOR: '1' }]) {
      const outcome = butie(['check', MEIYUAN], { env });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what we look for
      expect(outcome.stdout + outcome.stderr).not.toMatch(/[\u001b\r]/);
    }
  });

  it('never shows a full ID or account number unless asked', () => {
    expect(stdout).not.toMatch(LONG_NUMBER);
    expect(JSON.stringify(document.findings)).not.toMatch(LONG_NUMBER);
    const revealed = butie(['check', ...ALL, '--reveal', '--format', 'json']).stdout;
    expect(revealed).toMatch(LONG_NUMBER);
    expect(JSON.parse(revealed)).toHaveProperty('revealed', true);
  });

  it('has the worst first, what is only told last', () => {
    const groups = [...stdout.matchAll(/^ {2}(错误|警告|提示) /gm)].map((match) => match[1]);
    expect(groups[0]).toBe('错误');
    expect(groups.at(-1)).toBe('提示');
  });

  it('counts the same in text and JSON', () => {
    const { errors, warnings, infos } = document.summary;
    expect(stdout).toContain(`${errors} 个错误 · ${warnings} 个警告 · ${infos} 个提示`);
    expect(document.findings.filter((one) => one.severity === 'error')).toHaveLength(errors);
  });

  it('gives the same bytes twice', () => {
    expect(butie(['check', ...ALL, '--format', 'jsonl']).stdout).toBe(
      butie(['check', ...ALL, '--format', 'jsonl']).stdout,
    );
  });

  it('gives JSON lines with a first and a last line to hold on to', () => {
    const lines = butie(['check', ...ALL, '--format', 'jsonl'])
      .stdout.trimEnd()
      .split('\n');
    const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
    expect(types[0]).toBe('check');
    expect(types.at(-1)).toBe('summary');
    expect(types.slice(1, -1).every((type) => type === 'finding')).toBe(true);
    expect(types).toHaveLength(document.findings.length + 2);
  });

  it('speaks English', () => {
    const english = butie(['check', ...ALL, '--lang', 'en']);
    expect(english.stdout).toMatch(/\d+ errors · \d+ warnings/);
    expect(english.stderr).toContain('Next:');
  });

  it('follows --fail-on', () => {
    expect(butie(['check', ...ALL, '--fail-on', 'never', '-q']).code).toBe(0);
    expect(butie(['check', ...ALL, '--fail-on', 'warning', '-q']).code).toBe(1);
  });

  it('is quiet with -q: no talk, the result stays', () => {
    const quiet = butie(['check', MEIYUAN, MEMBERS, '-q']);
    expect(quiet.stderr).toBe('');
    expect(quiet.stdout).toContain('个错误');
  });

  it('tells with -v why checks were not run', () => {
    expect(stdout).toMatch(/未执行（-v 看原因）/);
    expect(butie(['check', ...ALL, '-v']).stdout).toMatch(/未执行 .* — 没有提供比对名单/);
  });

  it('does not take a later year of one row for the date of all', () => {
    expect(document.as_of).toBe('2023-12-31');
    expect(checkJson([...ALL, '--as-of', '2024-10-31']).document.as_of).toBe('2024-10-31');
  });
});

describe('check --out', () => {
  it('writes the list for programs and the list for people, masked', () => {
    const folder = emptyFolder();
    const { code, stderr } = butie(['check', ...ALL, '--out', '结果'], { folder });
    expect(code).toBe(1);
    expect(stderr).toContain('exceptions.csv');
    const csv = readFileSync(join(folder, '结果', 'exceptions.csv'), 'utf8');
    expect(
      csv.startsWith(
        '\uFEFFseverity,code,name,file,sheet,cell,row,column,household_id,person,value,message,how,effect\r\n',
      ),
    ).toBe(true);
    expect(csv).not.toMatch(LONG_NUMBER);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(checkJson(ALL).document.findings.length + 1);
    expect(
      readFileSync(join(folder, '结果', 'exceptions.xlsx'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(existsSync(join(folder, 'butie.db'))).toBe(false);
  });
});

describe('check of a clean table', () => {
  const clean = '户编号,户主姓名,户主身份证号,家庭人口数,收入年度\nH1,王建国,640181199001010010,1,2023\n';

  it('ends with 0', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), clean);
    const { code, document } = checkJson(['住户.csv'], folder);
    expect(document.findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(code).toBe(0);
  });

  it('says which checks did not run instead of passing them', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '住户.csv'), clean);
    const { document } = checkJson(['住户.csv'], folder);
    const status = (code: string): string | undefined => document.checks.find((one) => one.code === code)?.status;
    expect(status('XSH-03')).toBe('not-run');
    expect(status('HHD-04')).toBe('not-run');
    expect(status('CEL-02')).toBe('passed');
  });
});

describe('check --compare', () => {
  const members =
    '户编号,姓名,身份证号,与户主关系\nH1,王建国,640181199001010010,户主\nH1,李秀英,64018119880808004X,配偶\n';

  it('finds who is on a list, by ID number, and says which list it took it for', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '成员.csv'), members);
    writeFileSync(
      join(folder, '死亡人员2023年12月.csv'),
      '死亡人员名单\n姓名,身份证号码,死亡日期\n李秀英,64018119880808004x,2023-11-05\n',
    );
    const words = ['check', '成员.csv', '--as-of', '2023-12-31', '--compare', '死亡人员2023年12月.csv'];
    const { code, stdout, stderr } = butie([...words], { folder });
    expect(code).toBe(1);
    expect(stdout).toContain('XSH-03');
    expect(stdout).toContain('2023-11-05');
    expect(stderr).toContain('「死亡」');
  });

  it('refuses a list without ID numbers: it would pass for a comparison', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '成员.csv'), members);
    writeFileSync(join(folder, '死亡.csv'), '姓名,日期\n李秀英,2023-11-05\n');
    const { code, stderr } = butie(['check', '成员.csv', '--compare', '死亡.csv'], { folder });
    expect(code).toBe(2);
    expect(stderr).toContain('身份证号');
  });
});
