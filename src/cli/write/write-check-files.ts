import { join } from 'node:path';
import { acceptancesOf } from '../../batch/run/acceptances.js';
import { deriveHolds } from '../../batch/run/holding.js';
import { acceptanceName, acceptanceOf } from '../../checks/accept-finding.js';
import { acceptedCsv } from '../../documents/check/accepted-csv.js';
import type { Finding } from '../../findings/finding.js';
import { checkWorkbook } from '../../documents/check/check-workbook.js';
import { exceptionsCsv } from '../../documents/run/exceptions-csv.js';
import type { FindingDocumentInput } from '../../documents/run/run-document.js';
import { writeCsv } from '../../io/csv-writer.js';
import { writeOutputs } from '../../io/output-folder.js';
import { writeWorkbook } from '../../io/writers/xlsx-writer.js';
import { findingWords } from '../tell/finding-words.js';
import type { Inputs } from '../input/inputs.js';
import type { CommonOptions } from '../line/options.js';
import type { Terminal } from '../terminal/terminal.js';

/**
 * Writes `exceptions.csv`, `exceptions.xlsx` and `accepted.csv` of a check into `folder`, all or none, and gives their paths.
 * Throws OutputFault when the folder cannot be written.
 */
export async function writeCheckFiles(
  folder: string,
  inputs: Inputs,
  { csvEncoding }: CommonOptions,
  { lang, reveal, progress }: Terminal,
): Promise<string[]> {
  const accepted = acceptancesOf(inputs.accepted);
  const holds = deriveHolds(inputs.roster, inputs.findings, accepted);
  const input: FindingDocumentInput = {
    result: {
      roster: inputs.roster,
      findings: inputs.findings.map((finding) => ({ finding, effect: holds.effectOf(finding) })),
    },
    origin: { inputs: inputs.files },
    lang,
    reveal,
    words: findingWords(lang, reveal),
  };
  progress.show('exceptions.csv');
  const names = await writeOutputs(folder, async (temporary) => {
    await writeCsv(join(temporary, 'exceptions.csv'), exceptionsCsv(input), csvEncoding);
    const accepting = { name: acceptanceName, acceptance: (one: Finding) => acceptanceOf(one, accepted) };
    await writeCsv(join(temporary, 'accepted.csv'), acceptedCsv(inputs.findings, accepting), csvEncoding);
    await writeWorkbook(join(temporary, 'exceptions.xlsx'), checkWorkbook(input));
  });
  return names.map((name) => join(folder, name));
}
