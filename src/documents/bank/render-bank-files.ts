import { isBankAccount, sentName } from '../../domain/bank-identity.js';
import { maskAccount } from '../../domain/masking.js';
import { sumFen } from '../../domain/money.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { FindingDraft } from '../../findings/collector.js';
import { byteLength, unsupportedCharacter } from './bank-charset.js';
import type { BankDialect, BankFile, BankFileMeta, BankLine } from './bank-dialect.js';
import { splitLines } from './split-lines.js';

/** A line that is in no file, and why: `BNK-01`, `BNK-08`. */
export interface LeftOutOfFile {
  readonly lineNo: number;
  readonly code: string;
  readonly text: string;
}

export interface BankFiles {
  readonly files: readonly BankFile[];
  /** These lines are in no file (src/CONTRACT.md §4): list them, and record them with the export. */
  readonly leftOut: readonly LeftOutOfFile[];
  /** All warnings or infos: nothing about an account holds a batch. */
  readonly findings: readonly FindingDraft[];
}

/**
 * Bank files of a batch in one dialect. Lines whose account or name the bank would refuse are left out and listed; row
 * limits split the rest. Counts and sums of the files are those of the lines (BNK-06): throws RangeError otherwise, which
 * cannot happen but must never be paid.
 */
export function renderBankFiles(dialect: BankDialect, lines: readonly PayoutLine[], meta: BankFileMeta): BankFiles {
  const findings: FindingDraft[] = [];
  const leftOut: LeftOutOfFile[] = [];
  const good: BankLine[] = [];
  const used = new Map(meta.usedToday);
  for (const line of lines) {
    const hold = meta.held?.get(line.lineNo);
    if (hold !== undefined) {
      leftOut.push({ lineNo: line.lineNo, code: 'LED-16', text: `在停发名单上：${hold.reason}（${hold.by}）` });
      continue;
    }
    const finding = problemOf(line, dialect);
    const account = line.account.accountNumber;
    if (finding !== null || account === null) {
      if (finding !== null) findings.push(finding);
      leftOut.push({ lineNo: line.lineNo, code: finding?.code ?? 'BNK-01', text: leftOutText(finding) });
      continue;
    }
    const timesToday = (used.get(account) ?? 0) + 1;
    used.set(account, timesToday);
    good.push({ line, name: sentName(line), account, timesToday });
  }
  if (dialect.needsUnit && meta.unitCode === '')
    findings.push({ code: 'BNK-21', severity: 'warning', params: { dialect: dialect.title.zh } });
  const limit = Math.min(dialect.maxRows ?? Infinity, meta.maxRows ?? Infinity);
  const files: BankFile[] = [];
  const again = (meta.exportNo ?? 1) === 1 ? '' : `-第${meta.exportNo}次`;
  for (const [group, own] of splitLines(good, meta.split ?? null)) {
    const parts = split(own, limit);
    if (parts.length > 1) {
      const params = { limit, files: parts.length, rows: own.length };
      findings.push({ code: 'BNK-07', severity: 'info', params });
    }
    for (const [index, part] of parts.entries()) {
      const number = parts.length === 1 ? '' : `-${index + 1}of${parts.length}`;
      const name = group === '' ? '' : `-${fileName(group)}`;
      files.push({
        name: `${fileName(meta.batchId)}-${dialect.id}${name}${again}${number}.${dialect.extension}`,
        body: dialect.render(part, meta),
        count: part.length,
        total: sumFen(part.map(({ line }) => line.amount)),
        lines: part.map(({ line }) => line.lineNo),
      });
    }
  }
  const count = files.reduce((sum, file) => sum + file.count, leftOut.length);
  const left = new Set(leftOut.map(({ lineNo }) => lineNo));
  const sent = sumFen(lines.filter(({ lineNo }) => !left.has(lineNo)).map(({ amount }) => amount));
  if (count !== lines.length || sumFen(files.map(({ total }) => total)) !== sent)
    throw new RangeError('BNK-06: count or sum of the bank files is not that of the batch');
  return { files, leftOut, findings };
}

function split(lines: readonly BankLine[], limit: number): BankLine[][] {
  const parts: BankLine[][] = [];
  for (let start = 0; start < lines.length; start += limit) {
    parts.push(lines.slice(start, Math.min(lines.length, start + limit)));
    if (limit === Infinity) break;
  }
  return parts;
}

/** A batch name may hold what a file name may not. */
function fileName(batchId: string): string {
  return batchId.replace(/[\\/:*?"<>|\s]/g, '_');
}

function problemOf(line: PayoutLine, dialect: BankDialect): FindingDraft | null {
  const subject = {
    household: line.householdId,
    person: line.payee.kind === 'person' ? line.payee.id : null,
    organisation: line.payee.kind === 'organisation' ? line.payee.id : null,
    name: line.payee.name,
  };
  const account = line.account.accountNumber;
  if (!isBankAccount(account)) {
    const params = {
      line: line.lineNo,
      found: account === null ? '' : maskAccount(account),
      length: account?.length ?? 0,
    };
    return { code: 'BNK-01', severity: 'warning', subject, params };
  }
  const name = sentName(line);
  const bad = dialect.forbidden.exec(name)?.[0] ?? unsupportedCharacter(name, dialect.charset);
  const long = dialect.maxNameBytes !== null && byteLength(name, dialect.charset) > dialect.maxNameBytes;
  if (bad === null && !long && name.trim() !== '') return null;
  const params = { line: line.lineNo, character: bad ?? '', bytes: byteLength(name, dialect.charset) };
  return { code: 'BNK-08', severity: 'warning', subject, value: name, params };
}

function leftOutText(finding: FindingDraft | null): string {
  if (finding?.code !== 'BNK-08') return '账号为空或位数不对';
  const character = String(finding.params?.['character'] ?? '');
  return character === '' ? '户名为空或过长' : `户名含银行不支持的字符“${character}”`;
}
