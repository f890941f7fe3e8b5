import { findCheck } from '../../checks/index.js';
import type { CheckRun } from '../../findings/collector.js';
import { Fault } from './fault.js';

/** Checks that broke off, each as a fault: what was not looked at has not passed, and nothing is paid on it. */
export function brokenChecks(runs: readonly CheckRun[]): Fault[] {
  return runs
    .filter(({ status }) => status === 'failed')
    .map(({ code, reason }) => {
      const check = findCheck(code);
      return new Fault(
        'check-broke-off',
        {
          what: `检查 ${code}${check === null ? '' : `「${check.text.zh.title}」`}没有做完（${reason ?? ''}）`,
          why: '没有查过不等于没有问题，因此没有核算，什么也没有写出',
          how: '这是程序的毛病：请把版本号（butie --version）和这一行告诉维护人员',
        },
        {
          what: `check ${code}${check === null ? '' : ` (${check.text.en.title})`} broke off (${reason ?? ''})`,
          why: 'not looked at is not passed; nothing was calculated or written',
          how: 'this is a fault of the program: tell the maintainers the version (butie --version) and this line',
        },
      );
    });
}
