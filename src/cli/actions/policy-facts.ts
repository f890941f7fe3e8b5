import { measureEntries } from '../../policy/measures/index.js';
import type { FactEntry } from '../../policy/facts/fact.js';
import { ALL_SCOPES } from '../../policy/scopes/index.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { Fault } from '../faults/fault.js';

/** Lists every fact by whom it is about, and the measures of targets, each with its words and how a pack writes it. */
export function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const [wanted] = positional;
  const measures = { each: 'target', entries: [...measureEntries().values()] };
  const all: { readonly each: string; readonly entries: readonly FactEntry[] }[] = [
    ...ALL_SCOPES.map(({ each, facts }) => ({ each, entries: [...facts.entries.values()] })),
    measures,
  ];
  const groups = all.filter(({ each }) => wanted === undefined || each === wanted);
  if (groups.length === 0) throw unknownScope(wanted ?? '');
  if (values.text('format') === 'json') {
    terminal.print(
      JSON.stringify(groups.flatMap(({ each, entries }) => entries.map((one) => ({ each, ...shown(one, each) })))),
    );
    return Promise.resolve(0);
  }
  const { lang, paint } = terminal;
  for (const { each, entries } of groups) {
    terminal.print(paint.strong(each));
    for (const entry of entries) {
      const words = entry.words.length === 0 ? '' : `  （${entry.words.join('、')}）`;
      terminal.print(
        `  ${entry.name}  ${entry[lang]}${lang === 'zh' ? words : words.replace('（', '(').replace('）', ')')}`,
      );
      terminal.print(paint.faint(`      ${exampleOf(entry, each)}`));
    }
  }
  return Promise.resolve(0);
}

function shown(entry: FactEntry, each: string): object {
  const { name, type, zh, en, words, unit, parameters, readings, lists } = entry;
  return { name, type, zh, en, words, unit, parameters, readings, lists, example: exampleOf(entry, each) };
}

/** How a pack uses it. */
function exampleOf({ name, type, words }: FactEntry, each: string): string {
  if (each === 'target') return `measure: ${name}`;
  switch (type) {
    case 'money':
      return `rule: { kind: rate, base: ${name}, share: … }   conditions: [{ fact: ${name}, atLeast: … }]`;
    case 'count':
      return `conditions: [{ fact: ${name}, atLeast: … }]   rule: { …, per: ${name} }`;
    case 'yes-no':
      return `conditions: [${name}]   conditions: [{ not: ${name} }]`;
    case 'choice':
      return `rule: { kind: choice, by: ${name}, amounts: { ${words[0] ?? '…'}: … } }   conditions: [{ fact: ${name}, is: [${words[0] ?? '…'}] }]`;
    case 'units':
      return `rule: { kind: per-unit, units: ${name}, … }`;
  }
}

function unknownScope(scope: string): Fault {
  const known = [...ALL_SCOPES.map(({ each }) => each), 'target'];
  return new Fault(
    'unknown-scope',
    { what: `没有「${scope}」这种补贴对象`, how: `可用：${known.join('、')}` },
    { what: `there is no scope "${scope}"`, how: `there are: ${known.join(', ')}` },
  );
}
