import { z } from 'zod';
import { adjustedFen, adjustmentReferences, adjustments, roundingProblems } from './adjustments.js';
import { NO_THRESHOLDS, refuse, type RuleKind, type RuleProblem, type RuleTerms } from './rule-kind.js';
import { Id, Text } from './rule-parts.js';
import { namesWord } from './word-match.js';

const choiceRule = z.strictObject({
  kind: z.literal('choice'),
  by: Text,
  amounts: z.record(Text, z.union([z.literal('none'), Id])),
  ...adjustments,
});
type ChoiceRule = z.infer<typeof choiceRule>;

/** Words that the fact may give and the rule does not list, and listed ones that it never gives. */
function problems(rule: ChoiceRule, terms: RuleTerms): RuleProblem[] {
  const words = terms.wordsOf(rule.by);
  const listed = Object.keys(rule.amounts);
  return [
    ...words
      .filter((word) => !listed.includes(word))
      .map((word) => ({
        path: ['amounts'],
        zh: `「${rule.by}」可能为「${word}」，应写明金额或 none`,
        en: `"${rule.by}" may be "${word}": give its amount or none`,
      })),
    ...listed
      .filter((word) => words.length > 0 && !words.includes(word))
      .map((word) => ({
        path: ['amounts'],
        zh: `「${rule.by}」不会得出「${word}」（可用：${words.join('、')}）`,
        en: `"${rule.by}" never gives "${word}" (it gives: ${words.join(', ')})`,
        key: word,
      })),
    ...roundingProblems(rule, false),
  ];
}

/** An amount for each word a fact may give; `none` where the document pays nothing. Every word must be listed. */
export const choice: RuleKind<ChoiceRule, typeof choiceRule> = {
  kind: 'choice',
  zh: '按等级、项目、地点类别、人群等一个词一个金额；不补的写 none',
  en: 'an amount for each word: level, item, class of place, group; none where nothing is paid',
  example: 'rule: { kind: choice, by: level, amounts: { 五级: level-five, 四级: level-four, 三级: level-three } }',
  schema: choiceRule,
  references: (rule) => [
    { path: 'by', fact: rule.by, type: 'choice' },
    ...Object.entries(rule.amounts)
      .filter(([, parameter]) => parameter !== 'none')
      .map(([word, parameter]) => ({ path: `amounts.${word}`, parameter, unit: 'yuan' }) as const),
    ...adjustmentReferences(rule),
  ],
  thresholds: NO_THRESHOLDS,
  problems,
  evaluate(rule, reader, trace) {
    const value = reader.choice(rule.by);
    if (value.is === null) return refuse(trace, 'undecided', value.why);
    const words = Object.keys(rule.amounts);
    const listed = (value.all ?? [value.is]).flatMap((one) => namesWord(words, one) ?? []);
    const [word] = listed;
    const id = word === undefined ? undefined : rule.amounts[word];
    if (id === undefined) {
      const name = reader.nameOf(rule.by);
      return refuse(trace, 'undecided', 'word-unlisted', {
        fact: name.zh,
        factEn: name.en,
        found: value.is,
        wanted: words.join('、'),
      });
    }
    if (id === 'none') return refuse(trace, 'not-eligible', value.why, { word: word ?? '' });
    const amount = reader.parameter(id);
    if (amount === null) return refuse(trace, 'undecided', 'no-parameter');
    trace?.stage('computed', null, amount, value.why, { amount, word: word ?? '' });
    return adjustedFen(rule, amount, value.why, reader, trace);
  },
};
