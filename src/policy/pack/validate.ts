import { factEntriesFor } from '../scopes/index.js';
import { conditionReferences } from '../kinds/condition.js';
import { ruleProblems, ruleReferences } from '../kinds/index.js';
import { alternatives } from '../kinds/rule-parts.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import { PackNames } from './validate-names.js';
import { priceProblems, targetProblems, timeProblems } from './validate-terms.js';
import { INCOME_YEAR_READING } from '../assess/periods.js';
import { similar } from './similar.js';
import { parameterProblems } from './validate-parameters.js';
import { caseProblems } from '../cases/case-problems.js';
import { MEASURES, measureEntries } from '../measures/index.js';

/** What the schema cannot see: names that lead nowhere, units, gaps and overlaps, defaults that are no choice. */
export function packProblems(pack: Pack, places: PackPlaces): PackProblem[] {
  return new PackValidation(pack, places).run();
}

class PackValidation {
  private readonly pack: Pack;
  private readonly places: PackPlaces;
  private readonly names: PackNames;

  constructor(pack: Pack, places: PackPlaces) {
    this.pack = pack;
    this.places = places;
    this.names = new PackNames(pack, places);
  }

  run(): PackProblem[] {
    const { pack } = this;
    this.window();
    this.uniqueIds();
    this.names.problems.push(...parameterProblems(pack, this.places), ...priceProblems(pack, this.places));
    pack.readings.forEach((reading, i) => {
      if (!reading.choices.some((choice) => choice.id === reading.default))
        this.report(
          ['readings', i, 'default'],
          `读法的默认值应为其选择之一（${reading.choices.map((choice) => choice.id).join('、')}），现为「${reading.default}」`,
          `the default should be one of the choices (${reading.choices.map((choice) => choice.id).join(', ')}), is "${reading.default}"`,
        );
    });
    if (pack.time === 'income-year')
      this.names.needReading(['time'], INCOME_YEAR_READING, ['oct-sep', 'calendar'], '按收入年度核算', 'income years');
    for (let i = 0; i < pack.benefits.length; i++) this.benefit(i);
    this.pools();
    this.flags();
    this.targets();
    this.ledgers();
    this.unused();
    this.names.problems.push(...caseProblems(pack, this.places));
    return this.names.problems;
  }

  private report(path: Path, zh: string, en: string, key?: string): void {
    this.names.report(path, zh, en, key);
  }

  private window(): void {
    const { from, to } = this.pack.window;
    if (from > to)
      this.report(
        ['window', 'to'],
        `执行期应先起后止，现为${from}至${to}`,
        `the window ends before it begins: ${from} to ${to}`,
      );
  }

  private uniqueIds(): void {
    const lists = [
      'readings',
      'benefits',
      'pools',
      'flags',
      'targets',
      'catalogue',
      'checks',
      'ledgers',
      'calendar',
    ] as const;
    for (const list of lists) {
      const seen = new Set<string>();
      this.pack[list].forEach(({ id }, i) => {
        if (seen.has(id))
          this.report([list, i, 'id'], `编号「${id}」用了两次，请改一个`, `the id "${id}" is used twice; change one`);
        seen.add(id);
      });
    }
  }

  private benefit(i: number): void {
    const benefit = this.pack.benefits[i];
    if (benefit === undefined) return;
    const entries = factEntriesFor(benefit.for.each);
    const path = ['benefits', i] as const;
    benefit.conditions.forEach((condition, k) => {
      const at = [...path, 'conditions', k];
      this.names.chosen(at, condition);
      for (const one of alternatives(condition))
        for (const reference of conditionReferences(one, '')) this.names.reference(at, reference, i, entries);
    });
    this.names.chosen([...path, 'metInWindow'], benefit.metInWindow);
    this.names.chosen([...path, 'onceEach'], benefit.onceEach);
    for (const reference of ruleReferences(benefit.rule))
      this.names.reference([...path, 'rule'], reference, i, entries);
    const terms = {
      typeOf: (fact: string) => entries.get(fact)?.type ?? null,
      wordsOf: (fact: string) => this.names.words(benefit, entries.get(fact)),
    };
    for (const { path: at, zh, en, key } of ruleProblems(benefit.rule, terms))
      this.report([...path, 'rule', ...at], zh, en, key);
    this.names.problems.push(...timeProblems(this.pack, i, this.places), ...targetProblems(this.pack, i, this.places));
    if (benefit.for.each === 'organisation' && benefit.for.workers?.minMonths !== undefined)
      this.names.parameter([...path, 'for', 'workers', 'minMonths'], benefit.for.workers.minMonths, 'months');
  }

  private pools(): void {
    const ids = this.pack.benefits.map((benefit) => benefit.id);
    this.pack.pools.forEach((pool, i) => {
      const path = ['pools', i] as const;
      this.names.parameter([...path, 'most'], pool.most, 'yuan');
      this.names.chosen([...path, 'every'], pool.every);
      pool.order.forEach((id, k) => {
        if (!ids.includes(id))
          this.report([...path, 'order', k], `没有名为「${id}」的奖补项目`, `there is no benefit "${id}"`);
      });
      const inPack = ids.filter((id) => pool.order.includes(id));
      if (inPack.join() !== pool.order.filter((id) => ids.includes(id)).join())
        this.report(
          [...path, 'order'],
          `总额内的先后应与 benefits 的先后一致：${inPack.join('、')}`,
          `the order should be that of benefits: ${inPack.join(', ')}`,
        );
    });
  }

  private flags(): void {
    const entries = factEntriesFor('household');
    this.pack.flags.forEach((flag, i) => {
      const path = ['flags', i] as const;
      if (flag.kind === 'condition') this.names.fact([...path, 'when'], flag.when, 'yes-no', entries);
      else {
        if (flag.kind === 'suggested-class') this.names.parameter([...path, 'drop'], flag.drop, 'percent');
        else if (flag.unless !== undefined) this.names.fact([...path, 'unless'], flag.unless, 'yes-no', entries);
        this.names.fact([...path, 'base'], flag.base, 'money', entries);
        this.names.fact([...path, 'heads'], flag.heads, 'count', entries);
        this.names.parameter([...path, 'line'], flag.line, 'yuan');
      }
    });
  }

  private targets(): void {
    const entries = measureEntries();
    this.pack.targets.forEach((target, i) => {
      const entry = entries.get(target.measure);
      const goal = this.pack.parameters[target.goal];
      this.names.usedParameters.add(target.goal);
      if (goal === undefined)
        this.report(
          ['targets', i, 'goal'],
          `没有名为「${target.goal}」的参数`,
          `there is no parameter "${target.goal}"`,
        );
      else if (['share', 'over', 'growth-over'].includes(target.compare) && goal.unit !== 'percent')
        this.report(
          ['targets', i, 'goal'],
          `比例目标的参数单位应为 percent，现为 ${goal.unit}`,
          `the goal of a share should be in percent, is in ${goal.unit}`,
        );
      if (target.compare.startsWith('level')) this.names.parameter(['targets', i, 'goal'], target.goal, 'yuan');
      if (target.part !== undefined) this.names.parameter(['targets', i, 'part'], target.part, 'percent');
      if (target.of?.least !== undefined)
        this.names.parameter(['targets', i, 'of', 'least'], target.of.least, 'percent');
      for (const list of [target.places, target.of?.list])
        if (list !== undefined && this.pack.lists[list] === undefined)
          this.report(['targets', i], `没有名为「${list}」的名单`, `there is no list "${list}"`);
      for (const key of MEASURES.get(target.measure)?.asks ?? [])
        if (target.of?.[key] === undefined)
          this.report(
            ['targets', i],
            `指标「${target.measure}」要在 of 中写明 ${key}`,
            `"${target.measure}" needs of.${key}`,
          );
      if (entry === undefined) {
        const near = similar(target.measure, entries.keys());
        this.report(
          ['targets', i, 'measure'],
          `没有名为「${target.measure}」的指标${near === null ? '' : `，是不是「${near}」？`}`,
          `there is no measure "${target.measure}"${near === null ? '' : `; did you mean "${near}"?`}`,
        );
      } else this.names.needs(['targets', i, 'measure'], entry);
    });
  }

  private ledgers(): void {
    this.pack.ledgers.forEach(({ list, columns, places }, i) => {
      if (list === 'template' && columns.length === 0)
        this.report(['ledgers', i], '空表应写明 columns（各列的名称）', 'a template should name its columns');
      if (places !== undefined && this.pack.lists[places] === undefined)
        this.report(['ledgers', i, 'places'], `没有名为「${places}」的名单`, `there is no list "${places}"`);
    });
  }

  private unused(): void {
    for (const list of Object.keys(this.pack.prices))
      if (!this.names.usedPrices.has(list))
        this.report(
          ['prices'],
          `价目表「${list}」没有被任何规则用到`,
          `no rule uses the table of prices "${list}"`,
          list,
        );
    this.pack.readings.forEach(({ id }, i) => {
      if (!this.names.usedReadings.has(id))
        this.report(['readings', i, 'id'], `读法「${id}」没有被任何规则用到`, `no rule uses the reading "${id}"`);
    });
    for (const [id, parameter] of Object.entries(this.pack.parameters))
      if (!this.names.usedParameters.has(id) && parameter.values.length > 0)
        this.report(['parameters'], `参数「${id}」没有被任何规则用到`, `no rule uses the parameter "${id}"`, id);
  }
}
