import { maskNumbersInText } from '../../domain/masking.js';
import type { ReleaseRequest } from '../../ledger/life/decisions.js';
import type { Releasable } from '../../ledger/read/decisions.js';
import { Fault } from '../faults/fault.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { required } from '../line/options.js';
import { checkedAct, namedAct, withLedger } from '../input/with-ledger.js';

/** Lets go of one thing that holds a payee. */
export function execute(invocation: Invocation): Promise<ExitCode> {
  const { terminal, positional, values } = invocation;
  const [payee = ''] = positional;
  const of = required(values.text('of'), '--of <CODE>', 'release') as Releasable;
  const reason = required(values.text('reason'), '--reason <TEXT>', 'release');
  const sameAs = values.text('same-as');
  const separate = values.on('separate');
  if ((of === 'LED-03') !== ((sameAs !== null) !== separate) || (of !== 'LED-03' && (sameAs !== null || separate)))
    throw oneAnswer();
  const request: ReleaseRequest = { of, payee, reason, separate, ...(sameAs === null ? {} : { sameAs }) };
  return withLedger(invocation, (ledger, options): ExitCode => {
    const released = ledger.release(request, checkedAct(invocation, namedAct(options, 'release'), 'release'));
    const show = (id: string): string => (terminal.reveal ? id : maskNumbersInText(id));
    if (options.format === 'json')
      terminal.print(
        JSON.stringify({
          payee: show(released),
          of,
          same_as: sameAs === null ? null : show(sameAs),
          separate,
          reason,
        }),
      );
    else
      terminal.print(
        terminal.pick({
          zh: `已解除 ${show(released)} 的 ${of}${sameAs === null ? '' : `，与 ${show(sameAs)} 是同一户`}${separate ? '，确是两户' : ''}（${reason}）`,
          en: `released ${show(released)} of ${of}${sameAs === null ? '' : `, one household with ${show(sameAs)}`}${separate ? ', two households' : ''} (${reason})`,
        }),
      );
    terminal.note(terminal.pick({ zh: '下一步：重新 run', en: 'Next: run again' }));
    return 0;
  });
}

function oneAnswer(): Fault {
  return new Fault(
    'usage',
    {
      what: 'LED-03 要在 --same-as 和 --separate 中选一个，其他代码都不用',
      why: '一次解除只解除一种，台账没有改动',
      how: '同一户写 --same-as 原户编号，两户写 --separate',
    },
    {
      what: 'LED-03 takes one of --same-as and --separate; the other codes take neither',
      why: 'a release opens one thing; the ledger is unchanged',
      how: 'one household: --same-as OLD; two: --separate',
    },
  );
}
