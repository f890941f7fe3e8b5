import { previousRosterFindings } from '../../batch/compare/previous-roster.js';
import type { Roster } from '../../domain/roster.js';
import type { Finding } from '../../findings/finding.js';
import { FaultList } from '../faults/fault.js';
import type { CommonOptions } from '../line/options.js';
import { openInputs } from './read-inputs.js';
import { asFindings } from '../tell/tell-findings.js';
import type { Terminal } from '../terminal/terminal.js';

/** What moved since the roster of `--previous`; nothing without that option. Throws FaultList when it cannot be read. */
export async function previousFindings(
  roster: Roster,
  options: Pick<CommonOptions, 'previous' | 'map' | 'answers'>,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  if (options.previous.length === 0) return [];
  const opened = await openInputs(
    options.previous,
    { map: options.map, sheets: [], answers: options.answers.ofEarlier() },
    terminal,
  );
  try {
    if (opened.faults.length > 0) throw new FaultList(opened.faults);
    return asFindings(previousRosterFindings(opened.reading.roster, roster));
  } finally {
    await opened.close();
  }
}
