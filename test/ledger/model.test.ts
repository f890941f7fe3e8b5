import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BatchState } from '../../src/domain/batch-state.js';
import type { Charge } from '../../src/domain/charge.js';
import { clawbackKey, isClawbackKey } from '../../src/domain/clawback.js';
import { batchKey } from '../../src/domain/batch-state.js';
import { openLedger, type Ledger } from '../../src/ledger/ledger.js';
import { LedgerFault } from '../../src/ledger/store/ledger-fault.js';
import {
  AT,
  content,
  line,
  offsetEntry,
  origin,
  POLICY,
  tempFolder,
  type LineSketch,
  type OffsetSketch,
} from './batch-fixture.js';

/** The ledger again, as plainly as it can be said: what the real one must agree with after every step. */
interface ModelLine {
  readonly sketch: LineSketch;
  outcome: 'paid' | 'failed' | 'returned' | 'stopped' | null;
  reversed: number;
}

interface ModelBatch {
  state: BatchState;
  maker: string;
  lines: ModelLine[];
  /** Dues that a debt takes whole. */
  offsets: readonly OffsetSketch[];
  reissueOf: string | null;
  answered: boolean;
}

type Model = Map<string, ModelBatch>;

interface Real {
  /** Two open handles on one file, as two desks have. */
  readonly desks: readonly [Ledger, Ledger];
}

const COUNTING: ReadonlySet<BatchState> = new Set(['approved', 'exported', 'settled', 'closed']);
const SENT: ReadonlySet<BatchState> = new Set(['exported', 'settled', 'closed']);
const HOUSEHOLDS = [1, 2, 3];
const isGone = ({ outcome }: ModelLine): boolean =>
  outcome === 'failed' || outcome === 'returned' || outcome === 'stopped';
const left = (own: ModelLine): number => (isGone(own) ? 0 : own.sketch.amount - own.reversed);

function keyOf(index: number): string {
  return batchKey(POLICY, '2024-10', `b${index}`);
}

/** What of each charge of a line still counts: what was kept back was never sent, and cannot be clawed back. */
const chargesLeft = (own: ModelLine): number => (isGone(own) ? 0 : left(own) + (own.sketch.keep ?? 0));

/** What counts against each key, without one batch. */
function counted(model: Model, except: string | null): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (key: string, amount: number): unknown => sums.set(key, (sums.get(key) ?? 0) + amount);
  for (const [id, batch] of model) {
    if (id === except || !COUNTING.has(batch.state)) continue;
    for (const [index, own] of batch.lines.entries())
      for (const { key, amount } of line(index + 1, own.sketch).charges) add(key, Math.min(amount, chargesLeft(own)));
    for (const charge of chargesOfOffsets(batch)) add(charge.key, charge.amount);
  }
  return sums;
}

function chargesOfOffsets({ offsets }: ModelBatch): readonly Charge[] {
  return offsets.flatMap((own, index) => offsetEntry(index + 1, own).charges);
}

/** Clawed back from a household and not yet kept back from anything; what the bank never paid need not come back. */
function owed(model: Model, household: number): number {
  let sum = 0;
  for (const { lines } of model.values())
    for (const own of lines) if (own.sketch.household === household && !isGone(own)) sum += own.reversed;
  return sum;
}

const debtOf = (household: number): string => clawbackKey('household', line(1, { household, amount: 1 }).payee.id);

function fitsCaps(model: Model, id: string, batch: ModelBatch): boolean {
  const sums = counted(model, id);
  const debts = new Map(HOUSEHOLDS.map((household) => [debtOf(household), owed(model, household)]));
  const charges = [...batch.lines.entries()].flatMap(([index, own]) => line(index + 1, own.sketch).charges);
  for (const { key, amount, maxAmount } of [...charges, ...chargesOfOffsets(batch)]) {
    sums.set(key, (sums.get(key) ?? 0) + amount);
    const most = isClawbackKey(key) ? (debts.get(key) ?? 0) : maxAmount;
    if (most !== null && (sums.get(key) ?? 0) > most) return false;
  }
  return true;
}

/** Lines that may still be reissued: not paid, and in no other living batch. */
function reissuable(model: Model, source: string, except: string, lineNo: number): boolean {
  const own = model.get(source)?.lines[lineNo - 1];
  if (own === undefined || (own.outcome !== 'failed' && own.outcome !== 'returned')) return false;
  for (const [id, batch] of model)
    if (id !== except && batch.state !== 'void' && batch.reissueOf === source)
      if (batch.lines.some(({ sketch }) => sketch.reissueOfLine === lineNo)) return false;
  return true;
}

/** True when the ledger did it, false when it refused. Anything else is a bug and is thrown. */
function did(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof LedgerFault) return false;
    throw error;
  }
}

let sequence = 0;
/** Which commands were done, and the state they left. */
const reached = new Set<string>();

abstract class Step implements fc.Command<Model, Real> {
  readonly desk: 0 | 1;
  readonly batch: number;

  constructor(desk: 0 | 1, batch: number) {
    this.desk = desk;
    this.batch = batch;
  }

  check(): boolean {
    return true;
  }

  /** States in which the command makes sense; most commands aim at a batch in one of them, some go anywhere. */
  readonly sensible: readonly BatchState[] = [];
  private target = '';

  run(model: Model, real: Real): void {
    const fitting = [...model].filter(([, { state }]) => this.sensible.includes(state)).map(([id]) => id);
    this.target = (this.aims ? fitting[this.batch % fitting.length] : undefined) ?? keyOf(this.batch);
    const allowed = this.expect(model);
    const done = did(() => this.act(real.desks[this.desk], model));
    expect(done, `${this.toString()} ${allowed ? 'should be done' : 'should be refused'}`).toBe(allowed);
    if (done) this.apply(model);
    const state = model.get(this.id)?.state;
    if (done && state !== undefined) reached.add(`${this.constructor.name} ${state}`);
    compare(model, real.desks[this.desk === 0 ? 1 : 0]);
  }

  abstract expect(model: Model): boolean;
  abstract act(ledger: Ledger, model: Model): void;
  abstract apply(model: Model): void;
  abstract toString(): string;

  get id(): string {
    return this.target;
  }

  /** The third batch index goes straight; with the others two commands of three find a batch that fits. */
  private get aims(): boolean {
    return this.batch !== 2;
  }
}

/** After every step both agree on states, on what counts for every key, and on the books of every batch. */
function compare(model: Model, ledger: Ledger): void {
  const batches = new Map(ledger.batches().map((batch) => [batch.batchId, batch.state]));
  expect(batches).toEqual(new Map([...model].map(([id, { state }]) => [id, state])));
  const history = ledger.history();
  const sums = counted(model, null);
  for (const household of HOUSEHOLDS) {
    for (const benefit of ['employment-bonus', 'business-bonus'])
      for (const { key } of line(1, { household, amount: 1, benefit }).charges)
        expect(history.charged(key).amount, key).toBe(sums.get(key) ?? 0);
    const debt = debtOf(household);
    expect(history.charged(debt).amount, debt).toBe(sums.get(debt) ?? 0);
    const open = Math.max(0, owed(model, household) - (sums.get(debt) ?? 0));
    expect(history.openClawback('household', line(1, { household, amount: 1 }).payee.id), debt).toBe(open);
  }
}

class Draft extends Step {
  readonly maker: string;
  protected sketches: readonly LineSketch[];
  protected offsets: readonly OffsetSketch[] = [];

  constructor(desk: 0 | 1, batch: number, maker: string, sketches: readonly LineSketch[]) {
    super(desk, batch);
    this.maker = maker;
    this.sketches = sketches;
  }
  private same(batch: ModelBatch | undefined): boolean {
    const stored = [batch?.lines.map(({ sketch }) => sketch), batch?.offsets];
    return (
      batch?.state !== 'void' &&
      batch?.reissueOf === null &&
      JSON.stringify(stored) === JSON.stringify([this.sketches, this.offsets])
    );
  }
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    return batch === undefined || batch.state === 'draft' || batch.state === 'void' || this.same(batch);
  }
  act(ledger: Ledger): void {
    const brought = content('2024-10', this.sketches, { name: `b${this.batch}`, offsets: this.offsets });
    if (ledger.saveDraft(brought, origin(this.maker), AT).result === 'refused') throw new LedgerFault('wrong-state');
  }
  apply(model: Model): void {
    const batch = model.get(this.id);
    if (this.same(batch)) return;
    const lines = this.sketches.map((sketch): ModelLine => ({ sketch, outcome: null, reversed: 0 }));
    model.delete(this.id);
    const { maker, offsets } = this;
    model.set(this.id, { state: 'draft', maker, lines, offsets, reissueOf: null, answered: false });
  }
  toString(): string {
    return `draft b${this.batch} by ${this.maker} ${JSON.stringify([this.sketches, this.offsets])}`;
  }
}

/** A draft of `run --offset`: what one household owes is kept back, whole or from a line that sends the rest. */
class Recover extends Draft {
  readonly due: number;
  readonly whole: boolean;

  constructor(desk: 0 | 1, batch: number, due: number, whole: boolean) {
    super(desk, batch, '甲', []);
    this.due = due;
    this.whole = whole;
  }
  override expect(model: Model): boolean {
    const sums = counted(model, this.id);
    const open = (household: number): number => owed(model, household) - (sums.get(debtOf(household)) ?? 0);
    // Without a debt it is tried all the same: such a draft must not be approved.
    const household = HOUSEHOLDS.find((each) => open(each) > 0) ?? 1;
    const own = { household, benefit: 'business-bonus' };
    this.sketches = this.whole ? [] : [{ ...own, amount: 100_000, keep: this.due }];
    this.offsets = this.whole ? [{ ...own, amount: this.due }] : [];
    return super.expect(model);
  }
}

class Approve extends Step {
  override readonly sensible: readonly BatchState[] = ['draft'];
  readonly by: string;

  constructor(desk: 0 | 1, batch: number, by: string) {
    super(desk, batch);
    this.by = by;
  }
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    return batch?.state === 'draft' && batch.maker !== this.by && fitsCaps(model, this.id, batch);
  }
  act(ledger: Ledger): void {
    ledger.approve(this.id, { by: this.by, at: AT });
  }
  apply(model: Model): void {
    const batch = model.get(this.id);
    if (batch === undefined) return;
    batch.state = 'approved';
    if (batch.offsets.length > 0) reached.add('approved offset');
    if (batch.lines.some(({ sketch: { keep = 0 } }) => keep > 0)) reached.add('approved part');
  }
  toString(): string {
    return `approve b${this.batch} by ${this.by}`;
  }
}

class Void extends Step {
  override readonly sensible: readonly BatchState[] = ['draft'];
  expect(model: Model): boolean {
    const state = model.get(this.id)?.state;
    return state === 'draft' || state === 'approved';
  }
  act(ledger: Ledger): void {
    ledger.voidBatch(this.id, '作废', { by: '丙', at: AT });
  }
  apply(model: Model): void {
    const batch = model.get(this.id);
    if (batch !== undefined) batch.state = 'void';
  }
  toString(): string {
    return `void b${this.batch}`;
  }
}

class Stop extends Step {
  override readonly sensible: readonly BatchState[] = ['approved'];
  readonly line: number;

  constructor(desk: 0 | 1, batch: number, at: number) {
    super(desk, batch);
    this.line = at;
  }
  private own(model: Model): ModelLine | undefined {
    return model.get(this.id)?.lines[this.line - 1];
  }
  expect(model: Model): boolean {
    return model.get(this.id)?.state === 'approved' && this.own(model)?.outcome === null;
  }
  act(ledger: Ledger): void {
    ledger.stop(this.id, [this.line], '停发', { by: '丙', at: AT });
  }
  apply(model: Model): void {
    const own = this.own(model);
    if (own !== undefined) own.outcome = 'stopped';
  }
  toString(): string {
    return `stop b${this.batch}/${this.line}`;
  }
}

class Export extends Step {
  override readonly sensible: readonly BatchState[] = ['approved'];
  readonly leftOut: number;

  constructor(desk: 0 | 1, batch: number, leftOut: number) {
    super(desk, batch);
    this.leftOut = leftOut;
  }
  private open(batch: ModelBatch): number[] {
    return batch.lines.flatMap(({ outcome }, index) => (outcome === null ? [index + 1] : []));
  }
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    if (batch === undefined || (batch.state !== 'approved' && batch.state !== 'exported')) return false;
    return this.open(batch).some((lineNo) => lineNo !== this.leftOut) || this.onlyOffsets(batch);
  }
  /** Debts take all that is due: nothing goes to the bank, and the batch is settled at once. */
  private onlyOffsets(batch: ModelBatch): boolean {
    return batch.state === 'approved' && this.open(batch).length === 0 && batch.offsets.length > 0;
  }
  act(ledger: Ledger): void {
    const { lines } = ledger.exportable(this.id);
    const sent = lines.filter(({ lineNo }) => lineNo !== this.leftOut);
    const total = sent.reduce((sum, { amount }) => sum + amount, 0);
    const files = sent.length === 0 ? [] : [{ name: 'bank.csv', sha256: '', count: sent.length, total }];
    const leftOut = sent.length === lines.length ? [] : [{ lineNo: this.leftOut, code: 'BNK-01', text: '账号为空' }];
    const again = ledger.exportable(this.id).again ? { again: '文件丢失' } : {};
    ledger.markExported(this.id, { format: 'csv', files, leftOut, ...again }, { by: '丙', at: AT });
  }
  apply(model: Model): void {
    const batch = model.get(this.id);
    if (batch === undefined) return;
    if (this.onlyOffsets(batch)) {
      batch.state = 'settled';
      return;
    }
    const own = batch.lines[this.leftOut - 1];
    if (batch.state === 'approved' && own?.outcome === null) own.outcome = 'failed';
    batch.state = 'exported';
  }
  toString(): string {
    return `export b${this.batch} without ${this.leftOut}`;
  }
}

type LineAnswer = readonly [lineNo: number, outcome: 'paid' | 'failed' | 'returned'];

function canReturn(model: Model, id: string, answers: readonly LineAnswer[]): boolean {
  const batch = model.get(id);
  if (batch === undefined || !SENT.has(batch.state)) return false;
  return answers.every(([lineNo, outcome]) => {
    const own = batch.lines[lineNo - 1];
    if (own === undefined || own.outcome === 'stopped') return false;
    return !(isGone(own) && outcome === 'paid');
  });
}

function returnLines(ledger: Ledger, id: string, answers: readonly LineAnswer[]): void {
  const results = answers.map(([lineNo, outcome]) => ({
    lineNo,
    outcome,
    code: outcome === 'paid' ? null : 'FROZEN',
    text: null,
    day: null,
  }));
  const record = { file: 'r.csv', sha256: String(sequence++), coverage: 'full' as const, results };
  ledger.recordReturns(id, record, { by: '丙', at: AT });
}

function applyReturn(model: Model, id: string, answers: readonly LineAnswer[]): void {
  const batch = model.get(id);
  if (batch === undefined) return;
  for (const [lineNo, outcome] of answers) {
    const own = batch.lines[lineNo - 1];
    if (own === undefined || isGone(own) || own.outcome === outcome) continue;
    own.outcome = outcome;
    batch.answered = true;
  }
  const settled = batch.lines.every(({ outcome }) => outcome !== null);
  if (batch.state === 'exported' && settled && batch.answered) batch.state = 'settled';
}

class Return extends Step {
  override readonly sensible: readonly BatchState[] = ['exported', 'settled'];
  readonly results: readonly LineAnswer[];

  constructor(desk: 0 | 1, batch: number, results: readonly LineAnswer[]) {
    super(desk, batch);
    this.results = results;
  }
  expect(model: Model): boolean {
    return canReturn(model, this.id, this.results);
  }
  act(ledger: Ledger): void {
    returnLines(ledger, this.id, this.results);
  }
  apply(model: Model): void {
    applyReturn(model, this.id, this.results);
  }
  toString(): string {
    return `return b${this.batch} ${JSON.stringify(this.results)}`;
  }
}

/** An answer for every line that was sent, as most return files are. */
class ReturnAll extends Step {
  override readonly sensible: readonly BatchState[] = ['exported'];
  readonly outcomes: readonly ('paid' | 'failed' | 'returned')[];

  constructor(desk: 0 | 1, batch: number, outcomes: readonly ('paid' | 'failed' | 'returned')[]) {
    super(desk, batch);
    this.outcomes = outcomes;
  }
  private whole(model: Model): readonly LineAnswer[] {
    const lines = model.get(this.id)?.lines ?? [];
    const open = lines.flatMap(({ outcome }, index) => (outcome === null || outcome === 'paid' ? [index] : []));
    return open.map((index) => [index + 1, this.outcomes[index % this.outcomes.length] ?? 'paid'] as const);
  }
  expect(model: Model): boolean {
    return canReturn(model, this.id, this.whole(model));
  }
  act(ledger: Ledger, model: Model): void {
    returnLines(ledger, this.id, this.whole(model));
  }
  apply(model: Model): void {
    applyReturn(model, this.id, this.whole(model));
  }
  toString(): string {
    return `return all of b${this.batch} ${this.outcomes.join()}`;
  }
}

class Reverse extends Step {
  override readonly sensible: readonly BatchState[] = ['settled', 'closed', 'exported'];
  readonly line: number;
  readonly amount: number;

  constructor(desk: 0 | 1, batch: number, at: number, amount: number) {
    super(desk, batch);
    this.line = at;
    this.amount = amount;
  }
  private own(model: Model): ModelLine | undefined {
    return model.get(this.id)?.lines[this.line - 1];
  }
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    const own = this.own(model);
    return batch !== undefined && own !== undefined && SENT.has(batch.state) && left(own) >= this.amount;
  }
  act(ledger: Ledger): void {
    ledger.reverse(this.id, this.line, { reason: '追回', amount: this.amount }, { by: '丙', at: AT });
  }
  apply(model: Model): void {
    const own = this.own(model);
    if (own !== undefined) own.reversed += this.amount;
  }
  toString(): string {
    return `reverse b${this.batch}/${this.line} ${this.amount}`;
  }
}

class Close extends Step {
  override readonly sensible: readonly BatchState[] = ['settled', 'exported'];
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    return batch?.state === 'settled' || (batch?.state === 'exported' && batch.answered);
  }
  act(ledger: Ledger): void {
    const { total } = ledger.closeBatch(this.id, { by: '丙', at: AT });
    const { due, paid, returned, failed, stopped, inFlight } = total;
    for (const part of ['lines', 'amount'] as const)
      expect(paid[part] + returned[part] + failed[part] + stopped[part] + inFlight[part]).toBe(due[part]);
  }
  apply(model: Model): void {
    const batch = model.get(this.id);
    if (batch !== undefined) batch.state = 'closed';
  }
  toString(): string {
    return `close b${this.batch}`;
  }
}

class Reissue extends Step {
  readonly source: number;
  readonly line: number;

  constructor(desk: 0 | 1, batch: number, source: number, at: number) {
    super(desk, batch);
    this.source = source;
    this.line = at;
  }
  private sketch(model: Model): LineSketch | undefined {
    const own = model.get(keyOf(this.source))?.lines[this.line - 1];
    return own === undefined ? undefined : { ...own.sketch, reissueOfLine: this.line, account: '6228480099999999' };
  }
  override check(): boolean {
    return this.source !== this.batch;
  }
  private same(batch: ModelBatch | undefined, sketch: LineSketch): boolean {
    if (batch === undefined || batch.state === 'void' || batch.reissueOf !== keyOf(this.source)) return false;
    return JSON.stringify(batch.lines.map((own) => own.sketch)) === JSON.stringify([sketch]);
  }
  expect(model: Model): boolean {
    const batch = model.get(this.id);
    const sketch = this.sketch(model);
    if (sketch === undefined) return false;
    if (this.same(batch, sketch)) return true;
    const free = batch === undefined || batch.state === 'draft' || batch.state === 'void';
    return free && reissuable(model, keyOf(this.source), this.id, this.line);
  }
  act(ledger: Ledger, model: Model): void {
    const sketch = this.sketch(model);
    if (sketch === undefined) throw new LedgerFault('unknown-line');
    const options = { name: `b${this.batch}`, reissueOf: keyOf(this.source) };
    const outcome = ledger.saveDraft(content('2024-10', [sketch], options), origin('甲'), AT);
    if (outcome.result === 'refused') throw new LedgerFault('wrong-state');
  }
  apply(model: Model): void {
    const sketch = this.sketch(model);
    if (sketch === undefined || this.same(model.get(this.id), sketch)) return;
    model.delete(this.id);
    model.set(this.id, {
      state: 'draft',
      maker: '甲',
      lines: [{ sketch, outcome: null, reversed: 0 }],
      offsets: [],
      reissueOf: keyOf(this.source),
      answered: false,
    });
  }
  toString(): string {
    return `reissue b${this.source}/${this.line} as b${this.batch}`;
  }
}

const desk = fc.constantFrom<0 | 1>(0, 1);
const batch = fc.integer({ min: 0, max: 2 });
const lineNo = fc.integer({ min: 1, max: 3 });
const outcome = fc.constantFrom<'paid' | 'failed' | 'returned'>('paid', 'paid', 'failed', 'returned');
const sketch = fc.record({
  household: fc.constantFrom(...HOUSEHOLDS),
  amount: fc.constantFrom(100_000, 200_000, 300_000),
  benefit: fc.constantFrom('employment-bonus', 'business-bonus'),
});
/** One line a household and benefit, as a run makes them. */
const sketches = fc.uniqueArray(sketch, {
  minLength: 1,
  maxLength: 3,
  selector: ({ household, benefit }) => `${household}${benefit}`,
});
const STEPS = [
  fc.tuple(desk, batch, fc.constantFrom('甲', '乙'), sketches).map((a) => new Draft(...a)),
  fc.tuple(desk, batch, fc.constantFrom(50_000, 100_000, 200_000), fc.boolean()).map((a) => new Recover(...a)),
  fc.tuple(desk, batch, fc.constantFrom('甲', '乙', '丙')).map((a) => new Approve(...a)),
  fc.tuple(desk, batch, fc.constantFrom('乙', '丙')).map((a) => new Approve(...a)),
  fc.tuple(desk, batch, fc.integer({ min: 0, max: 3 })).map((a) => new Export(...a)),
  fc
    .tuple(desk, batch, fc.uniqueArray(fc.tuple(lineNo, outcome), { maxLength: 3, selector: ([at]) => at }))
    .map((a) => new Return(...a)),
  fc.tuple(desk, batch, fc.array(outcome, { minLength: 1, maxLength: 3 })).map((a) => new ReturnAll(...a)),
  fc.tuple(desk, batch, lineNo).map((a) => new Stop(...a)),
  fc.tuple(desk, batch, lineNo, fc.constantFrom(50_000, 100_000, 200_000)).map((a) => new Reverse(...a)),
  fc.tuple(desk, batch).map((a) => new Close(...a)),
  fc.tuple(desk, fc.constant(2)).map((a) => new Void(...a)),
  fc.tuple(desk, batch, batch, lineNo).map((a) => new Reissue(...a)),
];

/** A batch of its own was paid, and a part of it clawed back: what the random steps find when a debt is to be kept back. */
const DEBT: readonly (() => Step)[] = [
  () => new Draft(0, 3, '甲', [{ household: 1, amount: 300_000, benefit: 'employment-bonus' }]),
  () => new Approve(0, 3, '丙'),
  () => new Export(0, 3, 0),
  () => new ReturnAll(0, 3, ['paid']),
  () => new Reverse(0, 3, 1, 200_000),
];

/** Runs random sequences of commands against ledger and model. */
function explore(runs: number, seed: number | undefined): void {
  const root = tempFolder();
  fc.assert(
    fc.property(fc.boolean(), fc.commands(STEPS, { maxCommands: 60, size: 'max' }), (owing, commands) => {
      const file = path.join(root, `${sequence++}.db`);
      const desks = [openLedger(file, { create: true }), openLedger(file, { create: true })] as const;
      try {
        const model: Model = new Map();
        if (owing) for (const step of DEBT) step().run(model, { desks });
        fc.modelRun(() => ({ model, real: { desks } }), commands);
        expect(desks[0].verify().problems).toEqual([]);
      } finally {
        for (const ledger of desks) ledger.dispose();
      }
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}

test('any sequence of commands at two desks leaves the ledger as the model says, and it verifies', () => {
  explore(Number(process.env['BUTIE_MODEL'] ?? 30), undefined);
});

test('a known set of sequences reaches every command, so that the test above is worth something', () => {
  explore(60, 1000);
  const steps = ['Draft draft', 'Approve approved', 'Stop approved', 'Export exported', 'Return exported', 'Void void'];
  const late = ['ReturnAll settled', 'Reverse settled', 'Close closed', 'Reverse closed', 'Reissue draft'];
  const offsets = ['approved offset', 'approved part', 'Export settled'];
  for (const step of [...steps, ...late, ...offsets]) expect([...reached]).toContain(step);
});
