import { Settler } from '../../batch/run/settle.js';
import { runCases, type SettleCase } from '../../policy/cases/run-cases.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { readPacks } from '../input/policy-files.js';
import type { Terminal } from '../terminal/terminal.js';

/** Runs the worked examples of packs; exit 1 when one comes out otherwise, or when a pack cannot be read. */
export async function execute({ positional, values, terminal }: Invocation): Promise<ExitCode> {
  const packs = await readPacks(positional);
  const results = packs.map(({ name, pack, problems }) => ({
    name: pack?.id ?? name,
    problems,
    cases: pack === null ? [] : runCases(pack, settleCase),
  }));
  if (values.text('format') === 'json') {
    terminal.print(
      JSON.stringify(
        results.map(({ name, problems, cases }) => ({
          pack: name,
          problems: problems.length,
          cases: cases.map((one) => ({ name: one.name, passed: one.passed, differences: one[terminal.lang] })),
        })),
      ),
    );
  } else for (const result of results) tell(result, terminal);
  const failed = results.some(({ problems, cases }) => problems.length > 0 || cases.some((one) => !one.passed));
  return failed ? 1 : 0;
}

/** The same settlement as in a run: what was paid before, limits and pools. */
const settleCase: SettleCase = (entitlements, history) => {
  const settler = new Settler(history);
  return entitlements.map((entitlement) =>
    entitlement.outcome === 'entitled' ? settler.settle(entitlement).amount : 0,
  );
};

function tell(
  result: {
    readonly name: string;
    readonly problems: readonly unknown[];
    readonly cases: readonly {
      readonly name: string;
      readonly passed: boolean;
      readonly zh: readonly string[];
      readonly en: readonly string[];
    }[];
  },
  terminal: Terminal,
): void {
  const { name, problems, cases } = result;
  const { paint, lang } = terminal;
  if (problems.length > 0) {
    terminal.print(
      paint.error(
        terminal.pick({
          zh: `✗ ${name}：政策包有 ${problems.length} 处要改，先运行 butie policy check ${name}`,
          en: `✗ ${name}: ${problems.length} mistakes in the pack; run butie policy check ${name} first`,
        }),
      ),
    );
    return;
  }
  const failed = cases.filter((one) => !one.passed);
  for (const one of failed) {
    terminal.print(`  ✗ ${one.name}`);
    for (const line of one[lang]) terminal.print(`      ${line}`);
  }
  const text = terminal.pick({
    zh: `${name}：${cases.length} 个算例，${cases.length - failed.length} 个对上，${failed.length} 个不对`,
    en: `${name}: ${cases.length} cases, ${cases.length - failed.length} agree, ${failed.length} do not`,
  });
  terminal.print(failed.length > 0 ? paint.error(`✗ ${text}`) : paint.good(`✓ ${text}`));
}
