import type { Check } from '../define-check.js';
import { columnMissing } from './hdr-01-column-missing.js';
import { twoColumnsOneField } from './hdr-02-two-columns-one-field.js';
import { unknownColumns } from './hdr-03-unknown-columns.js';
import { unitInHeader } from './hdr-04-unit-in-header.js';
import { headerPathUnresolved } from './hdr-05-header-path-unresolved.js';
import { headerSuggestion } from './hdr-06-header-suggestion.js';
import { headerAmbiguous } from './hdr-07-header-ambiguous.js';
import { columnUnreadable } from './hdr-08-column-unreadable.js';
import { noTable } from './hdr-09-no-table.js';
import { yearDiffers } from './hdr-11-year-differs.js';
import { idsUnused } from './hdr-12-ids-unused.js';

export const HDR_CHECKS: readonly Check[] = [
  columnMissing,
  twoColumnsOneField,
  unknownColumns,
  unitInHeader,
  headerPathUnresolved,
  headerSuggestion,
  headerAmbiguous,
  columnUnreadable,
  noTable,
  yearDiffers,
  idsUnused,
];
