// A ledger of 1 million lines: what a month's run of 300,000 households costs. Needs `npm run build`.
// node test/bench/ledger.js [lines] [households] [file]
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentHash } from '../../dist/domain/content-hash.js';
import { openLedger } from '../../dist/ledger/ledger.js';
import { packTraces } from '../../dist/ledger/store/traces.js';

const LINES = Number(process.argv[2] ?? 1_000_000);
const HOUSEHOLDS = Number(process.argv[3] ?? 300_000);
const folder = mkdtempSync(path.join(tmpdir(), 'ledger-bench-'));
const file = process.argv[4] ?? path.join(folder, 'butie.db');
const POLICY = 'ningdong-2023-62';
const AT = '2024-10-31T08:00:00.000Z';
const act = { by: '审核人', at: AT };

function household(n) {
  return `HH${String(n).padStart(6, '0')}`;
}

/** 18 characters; only their being different matters here. */
function person(n) {
  return `640181195001${String(n).padStart(6, '0')}`;
}

function account(n) {
  return `6228480${String(n).padStart(10, '0')}`;
}

function keys(n, year) {
  const id = household(n);
  return [
    `${POLICY}|employment-bonus|household:${id}|${year}`,
    `${POLICY}|bonus-total|household:${id}|life`,
    `${POLICY}|bonus-total|household:${id}|${year}`,
  ];
}

function batch(period, name, first, count, year) {
  const lines = Array.from({ length: count }, (_, index) => {
    const n = ((first + index) % HOUSEHOLDS) + 1;
    return {
      lineNo: index + 1,
      policyId: POLICY,
      benefitId: 'employment-bonus',
      benefit: '务工奖补',
      payee: { kind: 'household', id: household(n), name: `张${n}` },
      idNumber: person(n),
      householdId: household(n),
      township: '宁东镇',
      community: `第${n % 50}社区`,
      incomeYear: year,
      entitlement: 100_000,
      paidBefore: 0,
      cutBy: [],
      amount: 100_000,
      account: { bankName: '农商行', accountName: `张${n}`, accountNumber: account(n) },
      clause: '宁东镇党发〔2023〕62号 二（三）2',
      basis: '务工收入 24000.00 元 ≥ 8000 元 × 3 人，奖补 1000.00 元',
      charges: keys(n, year).map((key) => ({ key, amount: 100_000, count: 0, maxAmount: null, maxCount: null })),
    };
  });
  const body = {
    batchId: `${POLICY}.${period}.${name}`,
    policyId: POLICY,
    policyVersion: '1',
    packHash: 'a'.repeat(64),
    period,
    name,
    asOf: `${period}-28`,
    readings: {},
    parameters: {},
    lines,
    total: count * 100_000,
    reissueOf: null,
  };
  return { ...body, contentHash: contentHash(body) };
}

function origin(content) {
  const traces = new Map(content.lines.map((line) => [line.lineNo, JSON.stringify({ stages: ['eligible', 'computed', 'rule-max', 'limit', 'pool', 'already-paid', 'rounded', 'payable'].map((stage) => ({ stage, before: 100000, after: 100000, because: 'steps', values: { wages: '24000.00', size: 3, line: '8000.00' } })) })]));
  return { maker: '制单人', inputs: [{ file: '住户.xlsx', sha256: content.period + content.name }], receipt: '{}', traces: packTraces(traces) };
}

function timed(what, work) {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  const used = process.cpuUsage(cpu);
  const busy = ((used.user + used.system) / 1e6).toFixed(2).padStart(8);
  console.log(`${what.padEnd(52)} ${((performance.now() - start) / 1000).toFixed(2).padStart(8)} s   cpu ${busy} s   rss ${memory} MB`);
  return result;
}

const ledger = openLedger(file, { create: true });
const share = 100_000;
timed(`fill: ${LINES} lines in batches of ${share}`, () => {
  for (let first = 0, n = 0; first < LINES; first += share, n++) {
    const year = 2022 + (n % 3);
    const content = batch(`${year}-${String((n % 12) + 1).padStart(2, '0')}`, `part${n}`, first, Math.min(share, LINES - first), year);
    ledger.saveDraft(content, origin(content), AT);
    ledger.approve(content.batchId, act);
    const lines = content.lines.length;
    ledger.markExported(content.batchId, { format: 'csv', files: [{ name: 'b', sha256: '', count: lines, total: content.total }], leftOut: [] }, act);
    // One line in fifty came back.
    const results = content.lines.map(({ lineNo }) => ({ lineNo, outcome: lineNo % 50 === 0 ? 'returned' : 'paid', code: lineNo % 50 === 0 ? 'ACCOUNT_CLOSED' : null, text: null, day: null }));
    ledger.recordReturns(content.batchId, { file: 'r', sha256: `r${n}`, coverage: 'full', results }, act);
  }
});
console.log(`file: ${Math.round(statSync(file).size / 1e6)} MB`);
const history = timed('history opened', () => ledger.history(`${POLICY}.2025-01.main`));
timed(`history: what a run asks, ${HOUSEHOLDS} households`, () => {
  let total = 0;
  for (let n = 1; n <= HOUSEHOLDS; n++) {
    for (const key of keys(n, 2024)) total += history.charged(key).amount;
    total += history.paidToOtherAccount(POLICY, 'household', household(n), account(n)) === null ? 0 : 1;
    total += history.openClawback('household', household(n));
    total += history.failedForAccount(POLICY, 'household', household(n)) === null ? 0 : 1;
  }
  return total;
});
const month = timed('a month made and hashed', () => batch('2025-01', 'main', 0, HOUSEHOLDS, 2025));
const from = timed('its traces', () => origin(month));
timed(`saveDraft, ${HOUSEHOLDS} lines`, () => ledger.saveDraft(month, from, AT));
timed('saveDraft again, same content', () => ledger.saveDraft(month, from, AT));
timed('approve under every cap', () => ledger.approve(month.batchId, act));
timed('show', () => ledger.show(month.batchId).lines.length);
timed('verify everything', () => {
  const { ok, problems } = ledger.verify();
  if (!ok) throw new Error(JSON.stringify(problems.slice(0, 3)));
});
ledger.dispose();
rmSync(folder, { recursive: true, force: true });
