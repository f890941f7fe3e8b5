import { earlierFromFlags, earlierFromProblems, periodOfPath } from '../../batch/monitor/monitoring-earlier.js';
import type { EarlierMonth } from '../../batch/monitor/monitoring.js';
import { earlierFromRoster, type PackChoice } from '../../batch/monitor/monitoring-month.js';
import { lastDayOfMonth } from '../../domain/calendar.js';
import type { FollowUp } from '../../batch/monitor/follow-up.js';
import { handedIn } from '../../batch/monitor/handed-in.js';
import type { Finding } from '../../findings/finding.js';
import { earlierOutput } from '../../io/earlier-output.js';
import { openWorkbook } from '../../io/readers/index.js';
import { followUpRows, type FollowUpRow } from '../../tables/follow-up-list.js';
import { asFindings } from '../tell/tell-findings.js';
import { isFolder, rosterFiles } from '../../io/roster-folder.js';
import { Fault, FaultList } from '../faults/fault.js';
import type { CommonOptions } from '../line/options.js';
import { openInputs } from './read-inputs.js';
import type { Terminal } from '../terminal/terminal.js';

/** What `--previous` holds: months, what officials wrote in their lists, and lines of these that have no effect. */
export interface Earlier {
  readonly months: readonly EarlierMonth[];
  readonly handedIn: ReadonlyMap<string, FollowUp>;
  readonly findings: readonly Finding[];
}

/**
 * The earlier months of `--previous`: problem ledgers and flags of earlier outputs, rosters assessed again at the end of
 * their month, and lists of problems (monitor.xlsx, or sheets taken out of it) in which officials wrote. Throws Fault for a file that cannot be read and for one whose month nobody can tell.
 */
export async function readEarlier(
  paths: readonly string[],
  packs: readonly PackChoice[],
  options: Pick<CommonOptions, 'map' | 'sheets' | 'answers'>,
  terminal: Terminal,
): Promise<Earlier> {
  const months: EarlierMonth[] = [];
  const lists: FollowUpRow[] = [];
  const codes = new Map<string, string>();
  const rosters = new Map<string, string[]>();
  for (const path of paths) {
    const output = await found(path);
    const list =
      output.kind === 'roster' ? await listAt(path) : output.lists === null ? null : await listAt(output.lists);
    if (list !== null) lists.push(...list);
    if (output.kind === 'problems')
      for (const row of output.rows) codes.set(row['problem_id'] ?? '', row['check_code'] ?? '');
    if (output.kind === 'roster') {
      if (list !== null) continue;
      const period = periodOf(path);
      rosters.set(period, [...(rosters.get(period) ?? []), ...(await rosterFiles(path))]);
    } else if (output.kind === 'flags')
      months.push(
        earlierFromFlags(
          output.rows,
          periodOf(path),
          packs.map(({ pack }) => pack),
        ),
      );
    else {
      const month = earlierFromProblems(output.rows);
      months.push(
        month ?? {
          period: periodOf(path),
          problems: [],
          kinds: ['flag', 'target', 'finding'],
          employed: null,
          followUps: new Map(),
          standing: null,
        },
      );
    }
  }
  for (const [period, files] of rosters) {
    const month = await fromRoster(period, files, packs, options, terminal);
    const same = months.findIndex((one) => one.period === period);
    if (same < 0) months.push(month);
    else months[same] = { ...(months[same] ?? month), employed: month.employed, standing: month.standing };
  }
  const { followUps, findings } = handedIn(lists, codes);
  return { months, handedIn: followUps, findings: asFindings(findings) };
}

/** The problems of a workbook of lists; null for anything else, a roster above all. */
async function listAt(path: string): Promise<readonly FollowUpRow[] | null> {
  if (isFolder(path)) return null;
  let workbook: Awaited<ReturnType<typeof openWorkbook>>;
  try {
    workbook = await openWorkbook(path);
  } catch {
    // What cannot be opened is told where it is read as a roster.
    return null;
  }
  try {
    return await followUpRows(workbook);
  } finally {
    await workbook.close();
  }
}

async function fromRoster(
  period: string,
  files: readonly string[],
  packs: readonly PackChoice[],
  options: Pick<CommonOptions, 'map' | 'sheets' | 'answers'>,
  terminal: Terminal,
): Promise<EarlierMonth> {
  const opened = await openInputs(files, { ...options, answers: options.answers.ofEarlier() }, terminal);
  try {
    if (opened.faults.length > 0) throw new FaultList(opened.faults);
    return earlierFromRoster(packs, opened.reading.roster, lastDayOfMonth(period), period);
  } finally {
    await opened.close();
  }
}

async function found(path: string): ReturnType<typeof earlierOutput> {
  try {
    return await earlierOutput(path);
  } catch (error) {
    throw new Fault(
      'no-previous',
      { what: `读不了以前月份的 ${path}`, how: '检查 --previous 后面的路径' },
      { what: `cannot read the earlier ${path}`, how: 'check the paths after --previous' },
      { cause: error },
    );
  }
}

function periodOf(path: string): string {
  const period = periodOfPath(path);
  if (period !== null) return period;
  throw new Fault(
    'no-month',
    { what: `看不出 ${path} 是哪个月的`, how: '在文件名或文件夹名里写上年月，如 2024-09' },
    { what: `no telling which month ${path} is of`, how: 'put the month in its name or folder, such as 2024-09' },
  );
}
