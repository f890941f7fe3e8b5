import { besideSource } from './paper-of-batch.js';
import type { Office, RunDocumentInput } from '../../documents/run/run-document.js';
import type { BatchContent } from '../../domain/batch.js';
import type { Roster } from '../../domain/roster.js';
import type { Finding } from '../../findings/finding.js';
import { reissueChanges } from '../../batch/run/changes.js';
import type { BatchDetail } from '../../ledger/read/batch-detail.js';
import { payeeKeyer } from '../../io/payee-key.js';
import type { Pack } from '../../policy/pack/pack.js';
import { reasonText } from '../../policy/words/reason-words.js';
import { totalsOf } from './batch-totals.js';
import { findingWords } from './finding-words.js';
import type { InputFile } from '../input/inputs.js';
import type { Terminal } from '../terminal/terminal.js';
import { VERSION } from '../line/version.js';

/** Output files of a reissue: nothing was assessed anew, so that there are no flags, targets or notices. */
export const REISSUE_FILES: readonly string[] = ['payouts.csv', 'exceptions.csv', 'payout.xlsx'];

export interface ReissueDocumentRequest {
  readonly content: BatchContent;
  /** The batch whose lines are paid again. */
  readonly source: BatchDetail;
  readonly pack: Pack;
  readonly roster: Roster;
  readonly inputs: readonly InputFile[];
  readonly findings: readonly Finding[];
  /** Those of the findings that keep a line out. */
  readonly refused: ReadonlySet<Finding>;
  readonly office: Office;
}

/** What the documents of a reissue batch are made from: its lines, and the findings that kept others out. */
export function reissueDocument(request: ReissueDocumentRequest, { lang, reveal }: Terminal): RunDocumentInput {
  const { content, pack, roster, findings } = request;
  const count = (severity: Finding['severity']): number => findings.filter((one) => one.severity === severity).length;
  return {
    result: {
      content,
      pack,
      roster,
      settled: [],
      findings: findings.map((finding) => ({ finding, effect: request.refused.has(finding) ? 'held' : 'paid' })),
      flags: [],
      flagsNotRun: pack.flags.map(({ id }) => ({ flag: id, clause: '', reason: '补发批次不作认定' })),
      targets: [],
      checks: [],
      changes: reissueChanges(content.lines, request.source),
      impacts: [],
      totals: totalsOf(content.lines),
      counts: {
        households: new Set(roster.rows.住户.map((row) => row.householdId)).size,
        members: roster.rows.成员.length,
        paidPayees: new Set(content.lines.map(({ payee }) => `${payee.kind}:${payee.id}`)).size,
        lines: content.lines.length,
        heldHouseholds: 0,
        accepted: 0,
        errors: count('error'),
        warnings: count('warning'),
        infos: count('info'),
      },
    },
    origin: {
      toolVersion: VERSION,
      state: 'draft',
      inputs: request.inputs,
      options: { reissue_of: content.reissueOf ?? '' },
      office: request.office,
    },
    lang,
    reveal,
    words: findingWords(lang, reveal),
    corrected: besideSource(content.lines, request.source),
    cellText: () => '',
    cellValue: ({ field }) => ({ field, value: null }),
    readingsOf: () => [],
    heldBecause: () => [],
    stageText: (stage) => reasonText(stage.because, stage.values, lang),
    payeeKey: payeeKeyer(content.batchId, content.lines),
  };
}
