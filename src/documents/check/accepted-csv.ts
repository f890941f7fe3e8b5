import type { Acceptance, AcceptanceName } from '../../findings/acceptance.js';
import type { Finding } from '../../findings/finding.js';
import type { CsvModel } from '../model/csv-model.js';

/** A finding with the name it is accepted by, and who did. */
export interface Accepting {
  readonly name: (finding: Finding) => AcceptanceName;
  readonly acceptance: (finding: Finding) => Acceptance | null;
}

const COLUMNS = ['代码', '对象', '内容', '核实说明', '核实人', '日期'];

/** `accepted.csv`: every warning, ready for reason and name; handed in again with `--accepted`. Masked. */
export function acceptedCsv(findings: readonly Finding[], { name, acceptance }: Accepting): CsvModel {
  return {
    name: 'accepted.csv',
    columns: COLUMNS.map((column) => ({ name: column, freeText: column !== '代码' })),
    rows: (function* () {
      const told = new Set<string>();
      for (const finding of findings) {
        if (finding.severity !== 'warning') continue;
        const { code, object, content, key } = name(finding);
        if (told.has(key)) continue;
        told.add(key);
        const { note = null, by = null, date = null } = acceptance(finding) ?? {};
        yield [code, object, content, note, by, date];
      }
    })(),
  };
}
