import type { MonitoredPack } from '../../batch/monitor/monitoring.js';
import { UNIT_WORDS } from '../../domain/unit.js';
import type { Target } from '../../policy/assess/assessment.js';
import type { TargetRule } from '../../policy/pack/schema.js';
import { maskFreeText } from '../model/masked-value.js';
import { shortText } from '../model/sheet-rows.js';

/** One target of a document in a sentence of a report, with who stands in its way. */
export interface TargetSentence {
  readonly status: Target['status'];
  /** 力争: the document aims at it and does not promise it. */
  readonly isAim: boolean;
  readonly name: string;
  readonly text: string;
  /** Who or what stands in the way, the first of them by name; empty where nobody can be named. */
  readonly names: string;
  /** 责任单位 of the clause. */
  readonly duty: readonly string[];
}

const MOST_NAMES = 20;

/** The targets of a month as sentences with their figures, those of single places left out. Masked. */
export function targetSentences(packs: readonly MonitoredPack[]): TargetSentence[] {
  return packs.flatMap(({ pack, targets }) =>
    targets
      .filter(({ whole }) => whole)
      .flatMap((target): TargetSentence[] => {
        const rule = pack.targets.find(({ id }) => id === target.target);
        if (rule === undefined) return [];
        const unit = pack.parameters[rule.goal]?.unit;
        const counter = rule.counter ?? (unit === undefined || unit === 'percent' ? '' : UNIT_WORDS[unit]);
        const isAim = rule.aim === 'strive';
        const text = maskFreeText(sentence(rule, target, counter));
        return [
          {
            status: target.status,
            isAim,
            name: rule.name,
            text,
            names: namesOf(target),
            duty: pack.duty[rule.clause] ?? [],
          },
        ];
      }),
  );
}

/** 已完成612人次，完成目标800人次的76.5%. */
function sentence(rule: TargetRule, target: Target, counter: string): string {
  const { value, goal, numerator, denominator, status } = target;
  const head = `${rule.name}${rule.aim === 'strive' && !rule.name.includes('力争') ? '（力争）' : ''}：`;
  if (value === null || goal === null) return `${head}${value === null ? '' : `现为${value}；`}${target.reason}`;
  const open = status === 'undecided' ? `；${target.reason}` : '';
  switch (rule.compare) {
    case 'count':
      return `${head}已完成${value}${counter}，${shareOf(value, goal, counter)}${open}`;
    case 'at-most':
      return `${head}现有${value}${counter}，应不超过${goal}${counter}${open}`;
    case 'equal':
      return `${head}名册${value}${counter}，文件${goal}${counter}${status === 'met' ? '，一致' : '，请核对'}`;
    case 'level':
    case 'level-over':
      return `${head}人均${value}元，目标${goal}元${open}`;
    case 'growth-over':
      return `${head}比上年增长${value}，目标高于${goal}${open}`;
    case 'share':
    case 'over':
      return `${head}${denominator ?? ''}中已有${numerator ?? ''}，占${value}，目标${goal}${open}`;
  }
}

function shareOf(value: string, goal: string, counter: string): string {
  const [done, all] = [Number(value), Number(goal)];
  if (!Number.isFinite(done) || !Number.isFinite(all) || all <= 0) return `目标${goal}${counter}`;
  return `完成目标${goal}${counter}的${(Math.round((done * 1000) / all) / 10).toFixed(1)}%`;
}

function namesOf({ subjects }: Target): string {
  const known = [
    ...new Set(
      subjects.flatMap(({ name, community, value }) =>
        name === null ? [] : [`${name}${community === null ? '' : `（${community}）`}${value ?? ''}`],
      ),
    ),
  ];
  if (known.length === 0) return '';
  const more = known.length > MOST_NAMES ? `等${known.length}个，全部见未达到名单` : '';
  return shortText(maskFreeText(`${known.slice(0, MOST_NAMES).join('、')}${more}`), 600);
}
