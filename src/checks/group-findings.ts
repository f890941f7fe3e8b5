import type { Finding, Lang, Severity } from '../findings/finding.js';
import { renderCell, renderFinding, type RenderOptions } from './render-finding.js';

export interface GroupOptions extends RenderOptions {
  readonly lang: Lang;
  /** Different problems shown of one code in one file; the totals stay true. Default 5. */
  readonly problems?: number;
  /** Cells named for one problem. Default 6. */
  readonly cells?: number;
}

/** Findings of one code that say the same, with the cells where they stand. */
export interface ProblemGroup {
  readonly what: string;
  readonly count: number;
  /** `6月名册!F17「月收入」`; the first ones only, see `count`. */
  readonly cells: readonly string[];
  /** Whom it concerns, when it is one finding. */
  readonly who: string;
}

/** Findings of one code and severity in one file. */
export interface CodeGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly how: string;
  readonly count: number;
  readonly problems: readonly ProblemGroup[];
  /** Findings that are counted but not among the problems shown. */
  readonly hidden: number;
}

export interface FileGroup {
  /** Null for findings about no file. */
  readonly file: string | null;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly groups: readonly CodeGroup[];
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

interface OpenProblem {
  readonly first: Finding;
  count: number;
  readonly cells: Finding[];
}

interface OpenCode {
  readonly first: Finding;
  count: number;
  readonly problems: Map<string, OpenProblem>;
}

interface OpenFile {
  readonly counts: Record<Severity, number>;
  readonly codes: Map<string, OpenCode>;
}

/**
 * Groups findings for people: by file, then severity, then code; equal problems are one entry with their cells. The worst
 * comes first. Words are made only of what is shown, so a million findings cost one pass.
 */
export function groupFindings(findings: readonly Finding[], options: GroupOptions): FileGroup[] {
  const { problems: mostProblems = 5, cells: mostCells = 6 } = options;
  const files = new Map<string | null, OpenFile>();
  for (const finding of findings) {
    const { file } = finding.place;
    let open = files.get(file);
    if (open === undefined) files.set(file, (open = { counts: { error: 0, warning: 0, info: 0 }, codes: new Map() }));
    open.counts[finding.severity] += 1;
    const key = `${finding.severity} ${finding.code}`;
    let code = open.codes.get(key);
    if (code === undefined) open.codes.set(key, (code = { first: finding, count: 0, problems: new Map() }));
    code.count += 1;
    const same = JSON.stringify(finding.params);
    let problem = code.problems.get(same);
    if (problem === undefined) {
      if (code.problems.size >= mostProblems) continue;
      code.problems.set(same, (problem = { first: finding, count: 0, cells: [] }));
    }
    problem.count += 1;
    if (problem.cells.length < mostCells) problem.cells.push(finding);
  }
  return [...files]
    .map(([file, open]) => ({ file, counts: open.counts, groups: closeCodes(open, options) }))
    .sort((a, b) => worst(b.counts) - worst(a.counts) || (a.file ?? '').localeCompare(b.file ?? '', 'zh'));
}

function closeCodes({ codes }: OpenFile, options: GroupOptions): CodeGroup[] {
  return [...codes.values()]
    .sort((a, b) => RANK[b.first.severity] - RANK[a.first.severity] || a.first.code.localeCompare(b.first.code))
    .map(({ first, count, problems }) => {
      const words = renderFinding(first, options.lang, options);
      const shown = [...problems.values()];
      return {
        code: first.code,
        severity: first.severity,
        title: words.title,
        why: words.why,
        how: words.how,
        count,
        problems: shown.map((problem) => closeProblem(problem, options)),
        hidden: count - shown.reduce((sum, problem) => sum + problem.count, 0),
      };
    });
}

function closeProblem({ first, count, cells }: OpenProblem, options: GroupOptions): ProblemGroup {
  const { what, who } = renderFinding(first, options.lang, options);
  return {
    what,
    count,
    cells: cells.map((finding) => renderCell(finding.place)).filter((cell) => cell !== ''),
    who: count === 1 ? who : '',
  };
}

function worst(counts: Readonly<Record<Severity, number>>): number {
  return counts.error > 0 ? 2 : counts.warning > 0 ? 1 : 0;
}

export const SEVERITY_WORDS: Readonly<Record<Lang, Readonly<Record<Severity, string>>>> = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

/** `错误 3 · 警告 2 · 提示 1`, leaving out what there is none of; empty when there is nothing. */
export function countsText(counts: Readonly<Record<Severity, number>>, lang: Lang): string {
  const words = SEVERITY_WORDS[lang];
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      lang === 'zh' ? `${words[severity]} ${counts[severity]}` : `${counts[severity]} ${words[severity]}`,
    )
    .join(' · ');
}

/** One line of a terminal listing; colours are the terminal's business, so each line says what it is. */
export interface GroupLine {
  readonly kind: 'file' | 'code' | 'problem' | 'cells' | 'why' | 'how' | 'hidden' | 'blank';
  readonly severity: Severity | null;
  readonly text: string;
}

/** The groups as indented lines of text, without colours and without wrapping. */
export function groupLines(groups: readonly FileGroup[], lang: Lang): GroupLine[] {
  const zh = lang === 'zh';
  const lines: GroupLine[] = [];
  const line = (kind: GroupLine['kind'], severity: Severity | null, text: string): void => {
    lines.push({ kind, severity, text });
  };
  for (const { file, counts, groups: codes } of groups) {
    if (lines.length > 0) line('blank', null, '');
    line('file', null, `${file ?? (zh ? '（整批）' : '(the whole run)')}   ${countsText(counts, lang)}`);
    for (const { code, severity, title, why, how, count, problems, hidden } of codes) {
      const places = zh ? `（${count} 处）` : ` (${count})`;
      line('code', severity, `  ${SEVERITY_WORDS[lang][severity]} ${code} ${title}${count > 1 ? places : ''}`);
      for (const problem of problems) {
        const who = problem.who === '' ? '' : `  ${problem.who}`;
        if (problem.cells.length <= 1) {
          const cell = problem.cells[0] ?? '';
          const more = problem.count > 1 ? (zh ? `（${problem.count} 处）` : ` (${problem.count})`) : '';
          line('problem', severity, `    ${cell}${cell === '' ? '' : '  '}${problem.what}${more}${who}`);
          continue;
        }
        line('problem', severity, `    ${problem.what}${zh ? `（${problem.count} 处）` : ` (${problem.count})`}`);
        const rest = problem.count - problem.cells.length;
        const more = rest === 0 ? '' : zh ? ` 等 ${problem.count} 处` : ` and ${rest} more`;
        line('cells', severity, `      ${problem.cells.join('  ')}${more}`);
      }
      if (hidden > 0)
        line('hidden', severity, zh ? `    另有 ${hidden} 处没有列出` : `    ${hidden} more are not listed`);
      if (why !== '') line('why', severity, `    ${zh ? '后果：' : 'so: '}${why}`);
      if (how !== '') line('how', severity, `    → ${how}`);
    }
  }
  return lines;
}
