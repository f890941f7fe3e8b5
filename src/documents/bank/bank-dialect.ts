import type { StandingHold } from '../../domain/standing-hold.js';
import type { Lang } from '../../findings/finding.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { Fen } from '../../domain/money.js';
import type { CsvModel } from '../model/csv-model.js';
import type { WorkbookModel } from '../model/workbook-model.js';

/** What a bank wants to know beside the lines. */
export interface BankFileMeta {
  readonly batchId: string;
  /** Day of the payment order, `YYYY-MM-DD`. */
  readonly day: string;
  /** 单位编号 that the bank gave the office; empty when it gave none. */
  readonly unitCode: string;
  /** 摘要: what the payee reads on the statement. */
  readonly remark: string;
  /** Lines whose payee is on the standing list (LED-16), by line number: they go into no file. */
  readonly held?: ReadonlyMap<number, StandingHold>;
  /** How often each account was in a file of the same day before; for banks that count. */
  readonly usedToday?: ReadonlyMap<string, number>;
  /** Rows a file may have, when the bank allows fewer than the dialect says. */
  readonly maxRows?: number;
  /** What files are parted by; all lines go together when absent. */
  readonly split?: BankFileSplit;
  /** Number of the export, from 1: files of a later one have names of their own. */
  readonly exportNo?: number;
}

/** A line with what the bank needs, all of it checked. */
export interface BankLine {
  readonly line: PayoutLine;
  readonly name: string;
  readonly account: string;
  /** 代理次数: 1 for the first payment to this account on this day, 2 for the second … */
  readonly timesToday: number;
}

export type TextEncodingName = 'utf8' | 'utf8-bom' | 'gb18030';

/** Body of one bank file, for the writers. */
export type BankFileBody =
  | { readonly form: 'csv'; readonly csv: CsvModel; readonly encoding: TextEncodingName }
  | { readonly form: 'workbook'; readonly workbook: WorkbookModel }
  | { readonly form: 'text'; readonly text: string; readonly encoding: TextEncodingName };

export interface BankFile {
  readonly name: string;
  readonly body: BankFileBody;
  readonly count: number;
  readonly total: Fen;
  /** Line numbers of the file. */
  readonly lines: readonly number[];
}

/** One way a bank takes payment orders. A dialect is one file here and one line in index.ts. */
export interface BankDialect {
  /** For `--bank`. */
  readonly id: string;
  readonly title: Readonly<Record<Lang, string>>;
  readonly extension: 'csv' | 'xlsx' | 'txt';
  /** Rows a file may have; null when no limit is known. */
  readonly maxRows: number | null;
  /** Which characters of a name the bank's character set has. */
  readonly charset: 'unicode' | 'gbk';
  /** Characters that would break the format. */
  readonly forbidden: RegExp;
  /** Longest name in bytes of the bank's character set; null when no limit is known. */
  readonly maxNameBytes: number | null;
  /** True when the format has a field for the office's own code. */
  readonly needsUnit: boolean;
  /** Lines of one file, never more than the limit; `first` is the number of lines in the files before. */
  render(lines: readonly BankLine[], meta: BankFileMeta): BankFileBody;
}

/** What `--split` parts bank files by. */
export type BankFileSplit = 'bank' | 'township' | 'benefit';
