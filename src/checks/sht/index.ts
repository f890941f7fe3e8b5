import type { Check } from '../define-check.js';
import { severalSheets } from './sht-01-several-sheets.js';
import { hiddenData } from './sht-02-hidden-data.js';
import { totalDiffers } from './sht-03-total-differs.js';
import { numberingGap } from './sht-04-numbering-gap.js';
import { dataBelowTotal } from './sht-05-data-below-total.js';
import { blankRowsIgnored } from './sht-06-blank-rows-ignored.js';
import { mergedDataCells } from './sht-07-merged-data-cells.js';
import { filledDown } from './sht-08-filled-down.js';
import { extraCells } from './sht-10-extra-cells.js';

export const SHT_CHECKS: readonly Check[] = [
  severalSheets,
  hiddenData,
  totalDiffers,
  numberingGap,
  dataBelowTotal,
  blankRowsIgnored,
  mergedDataCells,
  filledDown,
  extraCells,
];
