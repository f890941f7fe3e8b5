import { paperOfRun } from './paper/paper.js';
import { exceptionsCsv } from './run/exceptions-csv.js';
import { exceptionsWorkbook } from './run/exceptions-workbook.js';
import { flagsCsv } from './run/flags-csv.js';
import { payoutsCsv } from './run/payouts-csv.js';
import { payoutWorkbook } from './run/payout-workbook.js';
import { publicNoticeWorkbook } from './run/public-notice-workbook.js';
import { reportPage } from './run/report-page.js';
import type { RunDocument } from './run/run-document.js';
import { targetsCsv } from './run/targets-csv.js';
import { traceLines, tracedLineNo } from './run/trace-lines.js';

/** The output files of `run` (src/CONTRACT.md §4) in the order they are written; `batch.json`, which names them, comes last. */
export const RUN_DOCUMENTS: readonly RunDocument[] = [
  { file: 'payouts.csv', form: 'csv', build: ({ result }) => payoutsCsv(result.content) },
  { file: 'exceptions.csv', form: 'csv', build: exceptionsCsv },
  { file: 'flags.csv', form: 'csv', build: flagsCsv },
  { file: 'targets.csv', form: 'csv', build: targetsCsv },
  { file: 'trace.jsonl', form: 'text', build: traceLines, tracedLineNo },
  { file: 'payout.xlsx', form: 'workbook', build: payoutWorkbook },
  { file: 'public-notice.xlsx', form: 'workbook', build: (input) => publicNoticeWorkbook(paperOfRun(input)) },
  { file: 'exceptions.xlsx', form: 'workbook', build: exceptionsWorkbook },
  { file: 'report.html', form: 'text', build: reportPage },
];
