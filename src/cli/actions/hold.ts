import { maskNumbersInText } from '../../domain/masking.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { namedAct, withLedger } from '../input/with-ledger.js';

/** Puts a payee on the standing list. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [typed = ''] = positional;
  const reason = required(values.text('reason'), '--reason <TEXT>', 'hold');
  return withLedger(invocation, (ledger, options): ExitCode => {
    const held = ledger.hold(typed, reason, namedAct(options, 'hold'));
    const payee = terminal.reveal ? held : maskNumbersInText(held);
    if (options.format === 'json') terminal.print(JSON.stringify({ payee, held: true, reason }));
    else
      terminal.print(
        terminal.pick({
          zh: `已列入停发名单：${payee}（${reason}）`,
          en: `on the standing list: ${payee} (${reason})`,
        }),
      );
    return 0;
  });
}
