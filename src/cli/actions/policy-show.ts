import type { Invocation } from '../command.js';
import type { ExitCode } from '../exit-code.js';
import { Fault } from '../fault.js';

export function execute({ spec }: Invocation): Promise<ExitCode> {
  throw new Fault(
    'not-available',
    { what: `${spec.name} 在这个版本里还没有`, how: '请更新程序' },
    { what: `${spec.name} is not available in this build`, how: 'update the program' },
  );
}
