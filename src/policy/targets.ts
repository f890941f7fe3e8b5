import type { Target } from './assessment.js';
import { formatCitation } from './citation.js';
import type { RunContext } from './fact-reader.js';
import type { Measured } from './measures/measure.js';
import { MEASURES } from './measures/index.js';
import type { TargetRule } from './schema.js';

/** One target over the roster: met, missed, undecided where unknown data could tip it, not-run where a table is missing. */
export function targetOf(rule: TargetRule, context: RunContext): Target {
  const measure = MEASURES.get(rule.measure);
  const goal = context.parameter(rule.goal);
  const base = {
    target: rule.id,
    clause: formatCitation(context.pack, rule.clause),
    scope: rule.scope,
    goal: goal === null ? null : rule.compare === 'share' ? `${goal}%` : String(goal),
  };
  const nothing = { value: null, numerator: null, denominator: null };
  const missing = measure?.tables.filter((kinds) => !kinds.some((kind) => context.roster.has(kind))) ?? [];
  if (measure === undefined || missing.length > 0) {
    const names = missing.map((kinds) => kinds.join('或')).join('、');
    return { ...base, ...nothing, status: 'not-run', reason: `没有提供${names}表` };
  }
  const measured = measure.compute(context);
  const { done, all } = measured;
  const value = rule.compare === 'count' ? String(done) : all === null || all === 0 ? null : `${percent(done, all)}%`;
  const numbers = { value, numerator: String(done), denominator: all === null ? null : String(all) };
  return { ...base, ...numbers, ...judge(rule, measured, goal) };
}

function judge(
  rule: TargetRule,
  { done, all, unknown }: Measured,
  goal: number | null,
): Pick<Target, 'status' | 'reason'> {
  const open = unknown > 0 ? `，另有${unknown}条资料不全` : '';
  if (goal === null) return { status: 'undecided', reason: '没有给出目标值，请用参数给出' };
  if (rule.compare === 'share') {
    if (all === null || all === 0) return { status: 'undecided', reason: `没有可统计的对象${open}` };
    const text = `${done}÷${all}${open}`;
    // Multiplied, never divided: a rounded rate must not reach the goal. Unknown ones may belong to the whole or not.
    const sure = done * 100 >= goal * (all + unknown);
    const possible = (done + unknown) * 100 >= goal * (all + unknown);
    if (sure) return { status: 'met', reason: text };
    return { status: possible ? 'undecided' : 'missed', reason: text };
  }
  const whole = all === null || all === goal ? '' : `，名册中共${all}`;
  const text = `${done}，目标${goal}${whole}${open}`;
  if (done >= goal) return { status: 'met', reason: text };
  return { status: done + unknown >= goal ? 'undecided' : 'missed', reason: text };
}

/** Share in percent with two decimals, rounded down, for reading only. */
function percent(done: number, all: number): string {
  const hundredths = Math.floor((done * 10_000) / all);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}
