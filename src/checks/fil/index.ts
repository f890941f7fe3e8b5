import type { Check } from '../define-check.js';
import { unreadableFile } from './fil-01-unreadable-file.js';
import { wrongExtension } from './fil-02-wrong-extension.js';
import { acceptanceUnused } from './fil-09-acceptance-unused.js';
import { encodingGuessed } from './fil-03-encoding-guessed.js';
import { fileImportedBefore } from './fil-04-file-imported-before.js';
import { batchDiffers } from './fil-05-batch-differs.js';
import { noDataRows } from './fil-06-no-data-rows.js';
import { oldRowLimit } from './fil-07-old-row-limit.js';
import { formulasWithoutResult } from './fil-08-formulas-without-result.js';
import { strikeOffUnused } from './fil-20-strike-off-unused.js';

export const FIL_CHECKS: readonly Check[] = [
  unreadableFile,
  wrongExtension,
  encodingGuessed,
  fileImportedBefore,
  batchDiffers,
  noDataRows,
  oldRowLimit,
  formulasWithoutResult,
  acceptanceUnused,
  strikeOffUnused,
];
