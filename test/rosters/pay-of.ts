import { readFileSync } from 'node:fs';
import { assessRun } from '../../src/batch/run/assess-run.js';
import { runChecks } from '../../src/checks/run-checks.js';
import { EMPTY_HISTORY } from '../../src/domain/history.js';
import { FindingCollector } from '../../src/findings/collector.js';
import { parsePack } from '../../src/policy/pack/read-pack.js';
import { readRoster } from '../../src/tables/read-roster.js';
import { gridWorkbook } from '../tables/workbook-builder.js';
import type { MadeRoster } from './generate-roster.js';

const AS_OF = '2024-10-31';
const file = 'src/policy/packs/ningdong-2023-62.yaml';
const { pack } = parsePack(readFileSync(file, 'utf8'), file);
if (pack === null) throw new Error('the pack does not parse');
const policy = pack;
const readings = Object.fromEntries(policy.readings.map(({ id, default: usual }) => [id, usual]));

/** What a made-up roster is paid by 宁东镇, in yuan by the ID of the head, and the errors that were told. */
export async function payOf({ sheets, merges }: MadeRoster) {
  const { roster, findings } = await readRoster([gridWorkbook(sheets, { merges })]);
  const collector = new FindingCollector();
  for (const finding of findings) collector.findings.push(finding);
  const checks = runChecks({ roster, asOf: AS_OF, lists: [] }, collector);
  const result = assessRun({
    pack: policy,
    packHash: '',
    roster,
    asOf: AS_OF,
    period: AS_OF.slice(0, 7),
    name: 'main',
    readings,
    parameters: {},
    findings: collector.findings,
    checks,
    history: EMPTY_HISTORY,
    allOrNothing: false,
    inputs: [],
  });
  const heads = new Map(roster.rows.住户.map(({ householdId, headId }) => [householdId, headId]));
  const paid = new Map<string, number>();
  for (const { payee, amount } of result.content.lines) {
    const head = heads.get(payee.id) ?? payee.id;
    paid.set(head, (paid.get(head) ?? 0) + amount / 100);
  }
  const errors = result.findings.filter(({ finding }) => finding.severity === 'error').map(({ finding }) => finding);
  return { paid, errors };
}
