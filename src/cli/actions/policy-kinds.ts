import { RULE_KINDS } from '../../policy/kinds/index.js';
import { ALL_SCOPES } from '../../policy/scopes/index.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';

/** Lists whom a benefit may be for and what kinds of rule there are, each with an example. */
export function execute({ values, terminal }: Invocation): Promise<ExitCode> {
  const { lang, paint } = terminal;
  const kinds = RULE_KINDS.map(({ kind, zh, en, example }) => ({ name: kind, zh, en, example }));
  const scopes = ALL_SCOPES.map(({ each, zh, en, example }) => ({ name: each, zh, en, example }));
  if (values.text('format') === 'json') {
    terminal.print(JSON.stringify({ kinds, scopes }));
    return Promise.resolve(0);
  }
  const section = (title: string, list: typeof kinds): void => {
    terminal.print(paint.strong(title));
    for (const one of list) {
      terminal.print(`  ${one.name}  ${one[lang]}`);
      terminal.print(paint.faint(`      ${one.example}`));
    }
  };
  section(terminal.pick({ zh: '规则类型（rule.kind）', en: 'Kinds of rule (rule.kind)' }), kinds);
  section(terminal.pick({ zh: '补贴给谁（for.each）', en: 'Whom a benefit is for (for.each)' }), scopes);
  return Promise.resolve(0);
}
