import { dirname, join } from 'node:path';
import { isThere } from '../../io/roster-folder.js';
import { FaultList } from '../faults/fault.js';
import { asFaults, tellFaults } from '../faults/fault-report.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';
import { OptionValues } from '../line/option-values.js';
import { openWithSystem, startedByIcon, waitForEnter } from '../terminal/dropped.js';
import type { Terminal } from '../terminal/terminal.js';
import { type Checked, checkFiles } from './check.js';

/**
 * Files dropped on the program: checked, marked copies beside them. Dropped on the icon the copies are opened too, and the
 * window says three lines and stays.
 */
export async function execute(invocation: Invocation): Promise<ExitCode> {
  const byIcon = startedByIcon();
  const { terminal } = invocation;
  const window = byIcon ? { ...invocation, terminal: silent(terminal) } : invocation;
  try {
    const checked = await checkBeside(window);
    if (checked.code !== 2 || checked.copies.length > 0) {
      if (byIcon) checked.copies.forEach(openWithSystem);
      for (const line of threeLines(checked, byIcon)) terminal.complain(terminal.pick(line));
    }
    return checked.code;
  } catch (error) {
    if (!byIcon) throw error;
    tellFaults(asFaults(error), terminal);
    return 2;
  } finally {
    if (byIcon) await waitForEnter();
  }
}

/** Where somebody has worked in the copy of an earlier time, the new one goes into a folder of its own beside it. */
async function checkBeside(invocation: Invocation): Promise<Checked> {
  try {
    return await checkFiles(invocation);
  } catch (error) {
    const faults = error instanceof FaultList ? error.faults : [];
    if (faults.length === 0 || faults.some(({ code }) => code !== 'file-exists')) throw error;
    const out = freshFolder(dirname(invocation.positional[0] ?? '.'));
    const values = new OptionValues(
      new Map<string, readonly string[] | true>([
        ['annotate', true],
        ['out', [out]],
      ]),
    );
    return await checkFiles({ ...invocation, values });
  }
}

function freshFolder(beside: string): string {
  for (let n = 2; ; n++) {
    const folder = join(beside, `校验${n}`);
    if (!isThere(folder)) return folder;
  }
}

function threeLines({ errors, warnings, copies }: Checked, byIcon: boolean): { zh: string; en: string }[] {
  const names = { zh: copies.join('、'), en: copies.join(', ') };
  const stays = byIcon ? { zh: '按回车键关闭这个窗口。', en: 'Press Enter to close this window.' } : { zh: '', en: '' };
  return [
    errors === 0 && warnings === 0
      ? { zh: '看完了，没有发现问题。', en: 'Done: nothing found.' }
      : {
          zh: `看完了：有 ${errors} 处要改，${warnings} 处请核实。`,
          en: `Done: ${errors} places to correct, ${warnings} to look at.`,
        },
    copies.length === 0
      ? { zh: '没有可以标注的表。', en: 'There was no table to mark.' }
      : { zh: `标好的表在：${names.zh}`, en: `The marked copy: ${names.en}` },
    {
      zh: `照表里红色、黄色格子的批注改好、保存，再拖一次。${stays.zh}`,
      en: `Correct what the notes in red and yellow cells say, save, and drop it again. ${stays.en}`.trim(),
    },
  ];
}

/** The window of a dropped file shows faults and our three lines, not the whole list. */
function silent(terminal: Terminal): Terminal {
  return {
    ...terminal,
    print: () => undefined,
    printAll: () => Promise.resolve(),
    note: () => undefined,
    detail: () => undefined,
  };
}
