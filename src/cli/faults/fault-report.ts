import type { Lang } from '../../findings/finding.js';
import type { Terminal } from '../terminal/terminal.js';
import { OutputFault } from '../../io/output-folder.js';
import { LedgerFault } from '../../ledger/store/ledger-fault.js';
import { ReadFault } from '../../tables/grid.js';
import { Fault, FaultList } from './fault.js';
import { ledgerFault } from './ledger-faults.js';
import { unreadableFault } from './read-faults.js';
import { outputFault } from './write-faults.js';

/** Tells faults on stderr; the stack of an unforeseen one only with `-v`. */
export function tellFaults(faults: readonly Fault[], terminal: Terminal): void {
  for (const fault of faults) {
    terminal.complain(terminal.errPaint.error(faultLines(fault, terminal.lang)));
    const { cause } = fault;
    if (fault.code === 'internal' && terminal.verbose && cause instanceof Error)
      terminal.complain(terminal.errPaint.faint(cause.stack ?? cause.message));
  }
}

/** `{"error":{"code","message"}}` (src/CONTRACT.md §2); with several faults the first is `error` and all are in `errors`. */
export interface FaultDocument {
  readonly error: { readonly code: string; readonly message: string };
  readonly errors?: readonly { readonly code: string; readonly message: string }[];
}

/** Several lines for people: what, why, what to do. */
export function faultLines(fault: Fault, lang: Lang): string {
  const { what, why, how } = fault.text[lang];
  return [`✗ ${what}`, ...(why === undefined || why === '' ? [] : [`  ${why}`]), `  → ${how}`].join('\n');
}

/** For `--format json`. */
export function faultDocument(faults: readonly Fault[], lang: Lang): FaultDocument {
  const entries = faults.map((fault) => ({ code: fault.code, message: faultMessage(fault, lang) }));
  const [first = { code: 'internal', message: '' }] = entries;
  return entries.length > 1 ? { error: first, errors: entries } : { error: first };
}

export function faultMessage(fault: Fault, lang: Lang): string {
  const { what, why, how } = fault.text[lang];
  const stop = lang === 'zh' ? '；' : '; ';
  return [what, ...(why === undefined || why === '' ? [] : [why]), how].join(stop);
}

/** The faults behind anything that was thrown. What nobody foresaw becomes one fault that says how to report it. */
export function asFaults(error: unknown): readonly Fault[] {
  if (error instanceof FaultList) return error.faults;
  if (error instanceof Fault) return [error];
  if (error instanceof OutputFault) return [outputFault(error)];
  if (error instanceof LedgerFault) return [ledgerFault(error)];
  if (error instanceof ReadFault) return [unreadableFault(error)];
  return [systemFault(error) ?? unforeseen(error)];
}

const SYSTEM: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EACCES: { zh: '没有读写权限', en: 'no permission' },
  EPERM: { zh: '没有权限，或者文件正被别的程序打开', en: 'no permission, or the file is open in another program' },
  EBUSY: { zh: '文件正被别的程序（如 Excel、WPS）打开', en: 'the file is open in another program' },
  EROFS: { zh: '所在磁盘是只读的', en: 'the disk is read-only' },
  ENOENT: { zh: '找不到文件或文件夹', en: 'no such file or folder' },
  EISDIR: { zh: '这是文件夹，不是文件', en: 'this is a folder, not a file' },
  ENOTDIR: { zh: '路径中间有一段是文件，不是文件夹', en: 'part of the path is a file, not a folder' },
  EMFILE: { zh: '同时打开的文件太多', en: 'too many open files' },
  EEXIST: { zh: '已有同名的文件', en: 'a file of that name exists' },
  EIO: { zh: '磁盘读写出错', en: 'the disk failed' },
};

function systemFault(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  const reason = SYSTEM[code ?? ''];
  if (reason === undefined) return null;
  const name = path ?? '';
  return new Fault(
    'system',
    { what: `读写 ${name} 没有成功：${reason.zh}`, how: '处理好以后重新运行；没有写出任何不完整的结果' },
    {
      what: `could not read or write ${name}: ${reason.en}`,
      how: 'put it right and run again; nothing was half written',
    },
    { cause: error },
  );
}

function unforeseen(error: unknown): Fault {
  return new Fault(
    'internal',
    {
      what: '程序内部出了没有料到的错，这次没有完成',
      why: '已有的文件和台账没有改动',
      how: '请用 -v 再运行一次，把显示的内容和所用命令发给维护人员（不要附带花名册）',
    },
    {
      what: 'the program met an error nobody foresaw and did not finish',
      why: 'existing files and the ledger are unchanged',
      how: 'run again with -v and send what it shows and the command to the maintainers (without the roster)',
    },
    { cause: error },
  );
}
