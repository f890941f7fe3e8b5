import { factEntriesFor } from '../facts/fact-books.js';
import type { FactEntry } from '../facts/fact.js';
import type { FactType } from '../kinds/rule-kind.js';
import { ruleReferences } from '../kinds/index.js';
import { alternatives, isByReading, type Chosen } from '../kinds/rule-parts.js';
import type { PackPlaces, Path } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import { INCOME_YEAR_READING } from '../assess/periods.js';
import { similar } from './similar.js';
import type { Unit } from '../../domain/unit.js';
import { validateBands } from './validate-bands.js';
import { parameterProblems } from './validate-parameters.js';
import { caseProblems } from '../cases/case-problems.js';
import { MEASURES, measureEntries } from '../measures/index.js';

const TYPE_WORDS: Readonly<Record<FactType, string>> = {
  money: '金额',
  count: '个数',
  'yes-no': '是否',
  choice: '分类',
  units: '人员名单',
};

/** What the schema cannot see: names that lead nowhere, units, gaps and overlaps, defaults that are no choice. */
export function packProblems(pack: Pack, places: PackPlaces): PackProblem[] {
  return new PackValidation(pack, places).run();
}

class PackValidation {
  private readonly pack: Pack;
  private readonly places: PackPlaces;
  private readonly problems: PackProblem[] = [];
  private readonly usedReadings = new Set<string>();
  private readonly usedParameters = new Set<string>();
  private readonly sizes = new Set<string>();

  constructor(pack: Pack, places: PackPlaces) {
    this.pack = pack;
    this.places = places;
  }

  run(): PackProblem[] {
    const { pack } = this;
    this.window();
    this.uniqueIds();
    this.problems.push(...parameterProblems(pack, this.places));
    pack.readings.forEach((reading, i) => {
      if (!reading.choices.some((choice) => choice.id === reading.default))
        this.report(
          ['readings', i, 'default'],
          `读法的默认值应为其选择之一（${reading.choices.map((choice) => choice.id).join('、')}），现为「${reading.default}」`,
          `the default should be one of the choices (${reading.choices.map((choice) => choice.id).join(', ')}), is "${reading.default}"`,
        );
    });
    if (pack.time === 'income-year')
      this.needReading(['time'], INCOME_YEAR_READING, ['oct-sep', 'calendar'], '按收入年度核算', 'income years');
    for (let i = 0; i < pack.benefits.length; i++) this.benefit(i);
    this.pools();
    this.flags();
    this.targets();
    this.ledgers();
    this.unused();
    this.problems.push(...caseProblems(pack, this.places));
    return this.problems;
  }

  private report(path: Path, zh: string, en: string, key?: string): void {
    this.problems.push(this.places.problem(path, zh, en, key));
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
      this.fact([...path, 'conditions', k], condition, 'yes-no', entries);
    });
    this.chosen([...path, 'metInWindow'], benefit.metInWindow);
    this.chosen([...path, 'onceEach'], benefit.onceEach);
    for (const reference of ruleReferences(benefit.rule)) {
      const at = [...path, 'rule', ...reference.path.split('.')];
      if ('fact' in reference) this.fact(at, reference.fact, reference.type, entries);
      else if ('chosen' in reference) this.chosen(at, reference.chosen);
      else {
        this.parameter(at, reference.parameter, reference.unit);
        if (reference.aboveZero === true) this.aboveZero(reference.parameter);
      }
    }
    const { rule } = benefit;
    if (rule.kind === 'bands') this.problems.push(...validateBands(rule, [...path, 'rule', 'bands'], this.places));
    if (rule.kind === 'choice') this.choiceWords(i, rule.by, Object.keys(rule.amounts), entries);
  }

  private choiceWords(i: number, by: string, listed: readonly string[], entries: ReadonlyMap<string, FactEntry>): void {
    const words = entries.get(by)?.words ?? [];
    const path = ['benefits', i, 'rule', 'amounts'];
    for (const word of words)
      if (!listed.includes(word))
        this.report(
          path,
          `「${by}」可能为「${word}」，应写明金额或 none`,
          `"${by}" may be "${word}": give its amount or none`,
        );
    for (const word of listed)
      if (words.length > 0 && !words.includes(word))
        this.report(
          path,
          `「${by}」不会得出「${word}」（可用：${words.join('、')}）`,
          `"${by}" never gives "${word}" (it gives: ${words.join(', ')})`,
          word,
        );
  }

  private fact(path: Path, value: Chosen<string>, type: FactType, entries: ReadonlyMap<string, FactEntry>): void {
    this.chosen(path, value);
    for (const name of alternatives(value)) {
      const entry = entries.get(name);
      if (entry === undefined) {
        const near = similar(name, entries.keys());
        const usable = [...entries.values()].filter((one) => one.type === type).map((one) => one.name);
        this.report(
          path,
          `没有名为「${name}」的事实${near === null ? '' : `，是不是「${near}」？`}（可用：${usable.join('、')}）`,
          `there is no fact "${name}"${near === null ? '' : `; did you mean "${near}"?`} (available: ${usable.join(', ')})`,
        );
        continue;
      }
      if (entry.type !== type)
        this.report(
          path,
          `「${name}」（${entry.zh}）是${TYPE_WORDS[entry.type]}，这里应为${TYPE_WORDS[type]}`,
          `"${name}" (${entry.en}) is of type ${entry.type}; here ${type} is needed`,
        );
      this.needs(path, entry);
    }
  }

  private needs(path: Path, entry: FactEntry): void {
    for (const { id, unit, onlyWith } of entry.parameters) {
      if (onlyWith !== undefined && !this.defines(onlyWith)) continue;
      if (this.pack.parameters[id] === undefined)
        this.report(
          path,
          `「${entry.zh}」要用参数 ${id}（单位 ${unit}），parameters 中没有`,
          `"${entry.en}" needs the parameter ${id} (${unit}), which parameters does not define`,
        );
      else this.parameter(path, id, unit);
    }
    for (const { id, choices, optional } of entry.readings)
      if (optional !== true || this.defines(id)) this.needReading(path, id, choices, entry.zh, entry.en);
    for (const id of entry.lists)
      if (this.pack.lists[id] === undefined)
        this.report(
          path,
          `「${entry.zh}」要用名单 ${id}，lists 中没有`,
          `"${entry.en}" needs the list ${id}, which lists does not define`,
        );
  }

  private defines(reading: string): boolean {
    return this.pack.readings.some(({ id }) => id === reading);
  }

  private needReading(path: Path, id: string, choices: readonly string[], zh: string, en: string): void {
    this.usedReadings.add(id);
    const reading = this.pack.readings.find((one) => one.id === id);
    if (reading === undefined) {
      this.report(
        path,
        `「${zh}」有不同读法，readings 中应有 ${id}（选择：${choices.join('、')}）`,
        `"${en}" can be read in more than one way: readings should define ${id} (choices: ${choices.join(', ')})`,
      );
      return;
    }
    const listed = reading.choices.map((choice) => choice.id);
    if (listed.length !== choices.length || !choices.every((choice) => listed.includes(choice)))
      this.report(
        ['readings', this.pack.readings.indexOf(reading), 'choices'],
        `读法 ${id} 的选择应为 ${choices.join('、')}，现为 ${listed.join('、')}`,
        `the choices of ${id} should be ${choices.join(', ')}, are ${listed.join(', ')}`,
      );
  }

  /** A value decided by a reading: the reading must exist and every choice must have its alternative. */
  private chosen<T>(path: Path, value: Chosen<T>): void {
    if (!isByReading(value)) return;
    const id = value.byReading;
    this.usedReadings.add(id);
    const reading = this.pack.readings.find((one) => one.id === id);
    if (reading === undefined) {
      this.report([...path, 'byReading'], `没有名为「${id}」的读法`, `there is no reading "${id}"`);
      return;
    }
    const given = Object.keys(value.choices);
    for (const { id: choice } of reading.choices)
      if (!given.includes(choice))
        this.report([...path, 'choices'], `缺少读法「${choice}」对应的值`, `the choice "${choice}" has no value`);
    for (const choice of given)
      if (!reading.choices.some((one) => one.id === choice))
        this.report(
          [...path, 'choices'],
          `读法 ${id} 没有「${choice}」这一选择`,
          `the reading ${id} has no choice "${choice}"`,
          choice,
        );
  }

  private parameter(path: Path, id: string, unit: Unit): void {
    this.usedParameters.add(id);
    const parameter = this.pack.parameters[id];
    if (parameter === undefined) {
      const near = similar(id, Object.keys(this.pack.parameters));
      this.report(
        path,
        `没有名为「${id}」的参数${near === null ? '' : `，是不是「${near}」？`}`,
        `there is no parameter "${id}"${near === null ? '' : `; did you mean "${near}"?`}`,
      );
    } else if (parameter.unit !== unit)
      this.report(
        path,
        `参数 ${id} 的单位应为 ${unit}，现为 ${parameter.unit}`,
        `the parameter ${id} should be in ${unit}, is in ${parameter.unit}`,
      );
  }

  private aboveZero(id: string): void {
    if (this.sizes.has(id)) return;
    this.sizes.add(id);
    this.pack.parameters[id]?.values.forEach(({ value }, i) => {
      if (Number(value) === 0)
        this.report(
          ['parameters', id, 'values', i, 'value'],
          `应大于零（每增加多少算一档），现为 ${value}`,
          `should be above nothing (the size of one step), is ${value}`,
        );
    });
  }

  private pools(): void {
    const ids = this.pack.benefits.map((benefit) => benefit.id);
    this.pack.pools.forEach((pool, i) => {
      const path = ['pools', i] as const;
      this.parameter([...path, 'most'], pool.most, 'yuan');
      this.chosen([...path, 'every'], pool.every);
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
      if (flag.kind === 'condition') this.fact([...path, 'when'], flag.when, 'yes-no', entries);
      else {
        if (flag.kind === 'suggested-class') this.parameter([...path, 'drop'], flag.drop, 'percent');
        else if (flag.unless !== undefined) this.fact([...path, 'unless'], flag.unless, 'yes-no', entries);
        this.fact([...path, 'base'], flag.base, 'money', entries);
        this.fact([...path, 'heads'], flag.heads, 'count', entries);
        this.parameter([...path, 'line'], flag.line, 'yuan');
      }
    });
  }

  private targets(): void {
    const entries = measureEntries();
    this.pack.targets.forEach((target, i) => {
      const entry = entries.get(target.measure);
      const goal = this.pack.parameters[target.goal];
      this.usedParameters.add(target.goal);
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
      if (target.compare.startsWith('level')) this.parameter(['targets', i, 'goal'], target.goal, 'yuan');
      if (target.part !== undefined) this.parameter(['targets', i, 'part'], target.part, 'percent');
      if (target.of?.least !== undefined) this.parameter(['targets', i, 'of', 'least'], target.of.least, 'percent');
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
      } else this.needs(['targets', i, 'measure'], entry);
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
    this.pack.readings.forEach(({ id }, i) => {
      if (!this.usedReadings.has(id))
        this.report(['readings', i, 'id'], `读法「${id}」没有被任何规则用到`, `no rule uses the reading "${id}"`);
    });
    for (const [id, parameter] of Object.entries(this.pack.parameters))
      if (!this.usedParameters.has(id) && parameter.values.length > 0)
        this.report(['parameters'], `参数「${id}」没有被任何规则用到`, `no rule uses the parameter "${id}"`, id);
  }
}
