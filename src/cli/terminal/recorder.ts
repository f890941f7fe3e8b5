import { maskNumbersInText } from '../../domain/masking.js';
import type { Lang } from '../../findings/finding.js';
import { makePaint } from './paint.js';
import { SILENT } from './progress.js';
import type { Terminal } from './terminal.js';

/** A terminal that shows nothing and keeps what was said, numbers masked as on a screen: `text` of the result, `told` of the complaints. */
export async function recorder(
  lang: Lang,
): Promise<{ readonly terminal: Terminal; readonly text: () => string; readonly told: () => string }> {
  const lines: string[] = [];
  const complaints: string[] = [];
  const paint = await makePaint(false);
  const terminal: Terminal = {
    lang,
    reveal: false,
    quiet: true,
    verbose: false,
    paint,
    errPaint: paint,
    progress: SILENT,
    pick: (words) => words[lang],
    print: (text) => void lines.push(maskNumbersInText(text)),
    async printAll(all) {
      for await (const line of all) lines.push(maskNumbersInText(line));
    },
    printWhole: (text) => void lines.push(text),
    note: () => undefined,
    detail: () => undefined,
    complain: (text) => void complaints.push(text),
  };
  return { terminal, text: () => lines.join('\n'), told: () => complaints.join('\n') };
}
