import { z } from 'zod';
import { Day, Id, Text, Yuan } from '../kinds/rule-parts.js';
import { schemaProblems, type PackPlaces } from './pack-problems.js';
import type { Pack, PackProblem } from './pack.js';
import { inRange, rangeText, sensibleRange } from './parameter-range.js';
import { parseParameter } from './parse-parameter.js';
import { readYaml } from './yaml-data.js';

/** Who decided it, when, and by which paper: without all three no figure is taken. */
const decided = { by: Text, on: Day, paper: Text };

const OverrideSchema = z.strictObject({
  format: z.literal('butie-override/1', { error: 'override-format' }),
  parameters: z
    .array(
      z.strictObject({
        policy: Id,
        id: Id,
        year: z.int({ error: 'year' }).min(1990).max(2100).optional(),
        value: z.union([z.string(), z.int()], { error: 'parameter-value' }),
        ...decided,
      }),
    )
    .default([]),
  catalogue: z.array(z.strictObject({ policy: Id, id: Id, amount: Yuan, per: Text, ...decided })).default([]),
});
export type Override = z.infer<typeof OverrideSchema>;

export interface OverrideReading {
  readonly override: Override | null;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads a local override file: figures a document leaves open, each with who, when and which paper. As strict as a pack:
 * an unknown key, parameter or unit is a problem with line and column. `packs` are those of the run; entries for others
 * are left alone.
 */
export function parseOverride(text: string, file: string, packs: readonly Pack[]): OverrideReading {
  const yaml = readYaml(text, file);
  if (yaml.problems !== null) return { override: null, problems: yaml.problems };
  const { data, places } = yaml;
  const parsed = OverrideSchema.safeParse(data);
  if (!parsed.success) return { override: null, problems: schemaProblems(parsed.error.issues, data, places) };
  const problems = [...parameterProblems(parsed.data, packs, places), ...catalogueProblems(parsed.data, packs, places)];
  return { override: problems.length === 0 ? parsed.data : null, problems };
}

function parameterProblems({ parameters }: Override, packs: readonly Pack[], places: PackPlaces): PackProblem[] {
  const seen = new Set<string>();
  return parameters.flatMap((entry, i) => {
    const key = `${entry.policy}|${entry.id}|${entry.year ?? ''}`;
    const twice = seen.has(key);
    seen.add(key);
    const path = ['parameters', i];
    if (twice) return [places.problem(path, `「${entry.id}」写了两次`, `"${entry.id}" is given twice`)];
    const pack = packs.find(({ id }) => id === entry.policy);
    if (pack === undefined) return [];
    const parameter = pack.parameters[entry.id];
    if (parameter === undefined)
      return [
        places.problem(
          [...path, 'id'],
          `政策 ${pack.id} 没有名为 ${entry.id} 的参数`,
          `policy ${pack.id} has no parameter ${entry.id}`,
        ),
      ];
    const value = parseParameter(entry.value, parameter.unit);
    const range = sensibleRange(parameter);
    if (value !== null && inRange(value, range)) return [];
    if (value !== null) {
      const within = rangeText(range, parameter.unit);
      return [
        places.problem(
          [...path, 'value'],
          `参数 ${entry.id}（${parameter.name}）应在${within.zh}之间，现为 ${entry.value}`,
          `parameter ${entry.id} should lie within ${within.en}, is ${entry.value}`,
        ),
      ];
    }
    const form = parameter.unit === 'yuan' ? '带引号、两位小数的金额' : '数字';
    return [
      places.problem(
        [...path, 'value'],
        `参数 ${entry.id}（${parameter.name}）应为${form}，现为 ${JSON.stringify(entry.value)}`,
        `parameter ${entry.id} should be ${parameter.unit === 'yuan' ? 'a quoted amount with two decimals' : 'a number'}, is ${JSON.stringify(entry.value)}`,
      ),
    ];
  });
}

function catalogueProblems({ catalogue }: Override, packs: readonly Pack[], places: PackPlaces): PackProblem[] {
  return catalogue.flatMap((entry, i) => {
    const pack = packs.find(({ id }) => id === entry.policy);
    if (pack === undefined || pack.catalogue.some(({ id }) => id === entry.id)) return [];
    return [
      places.problem(
        ['catalogue', i, 'id'],
        `政策 ${pack.id} 没有名为 ${entry.id} 的目录项`,
        `policy ${pack.id} has no catalogue entry ${entry.id}`,
      ),
    ];
  });
}

/**
 * The parameters of one pack as settings, each with a companion that says who, when and which paper, so that the receipt
 * and the content hash hold both. Companions and catalogue amounts are for reading; no rule asks for them.
 */
export function overrideParameters(override: Override, policy: string): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const { policy: of, id, year, value, by, on, paper } of override.parameters) {
    if (of !== policy) continue;
    const key = year === undefined ? id : `${id}@${year}`;
    parameters[key] = String(value);
    parameters[`paper:${key}`] = `${paper}；${by}；${on}`;
  }
  for (const { policy: of, id, amount, per, by, on, paper } of override.catalogue)
    if (of === policy) parameters[`catalogue:${id}`] = `${amount}元/${per}；${paper}；${by}；${on}`;
  return parameters;
}
