import { maskNumbersInText, type ShownText, wholeText } from '../../domain/masking.js';
import type { Lang, Words } from '../../findings/finding.js';
import { makePaint, type Paint } from './paint.js';
import { plainText } from './plain-text.js';
import { makeProgress, type Progress, SILENT } from './progress.js';
import { stdoutIsClosed } from './streams.js';

/** Where a command speaks: results to stdout, everything else to stderr (src/CONTRACT.md §2). */
export interface Terminal {
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Colours for stdout and for stderr; plain when that stream is no terminal. */
  readonly paint: Paint;
  readonly errPaint: Paint;
  readonly progress: Progress;
  /** The text in the chosen language. */
  pick(words: Words): string;
  /** A line (or lines) of the result. */
  print(text: string): void;
  /** The same with the numbers as they stand in the file, for what exists to show them. */
  printWhole(text: string): void;
  /** Many lines of the result; waits when the reader is slower than we are. */
  printAll(lines: Iterable<string> | AsyncIterable<string>): Promise<void>;
  /** A remark for people; not shown with `-q`. */
  note(text: string): void;
  /** Shown only with `-v`. */
  detail(text: string): void;
  /** An error for people; always shown. */
  complain(text: string): void;
}

export interface TerminalChoices {
  readonly lang: Lang;
  readonly reveal: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly color: boolean;
}

const CHUNK = 64 * 1024;

export async function openTerminal(choices: TerminalChoices): Promise<Terminal> {
  const { stdout, stderr } = process;
  const colours = choices.color && (process.env['NO_COLOR'] ?? '') === '';
  const paint = await makePaint(colours && stdout.isTTY);
  const errPaint = await makePaint(colours && stderr.isTTY);
  const progress =
    // The page in the browser asks its commands to tell how far they are.
    (stderr.isTTY || process.env['BUTIE_PROGRESS'] === '1') && !choices.quiet
      ? makeProgress(
          (text) => void stderr.write(shown(text)),
          () => performance.now(),
        )
      : SILENT;
  const shown = (text: string): ShownText => (choices.reveal ? wholeText(text) : maskNumbersInText(text));
  const write = (text: ShownText): boolean => stdoutIsClosed() || stdout.write(plainText(text));
  const say = (text: string): void => {
    progress.clear();
    stderr.write(`${plainText(shown(text))}\n`);
  };
  return {
    ...choices,
    paint,
    errPaint,
    progress,
    pick: (words) => words[choices.lang],
    print(text) {
      progress.clear();
      write(shown(`${text}\n`));
    },
    printWhole(text) {
      progress.clear();
      write(wholeText(`${text}\n`));
    },
    async printAll(lines) {
      progress.clear();
      let buffer = '';
      for await (const line of lines) {
        if (stdoutIsClosed()) return;
        buffer += `${line}\n`;
        if (buffer.length < CHUNK) continue;
        if (!write(shown(buffer))) await drained(stdout);
        buffer = '';
      }
      write(shown(buffer));
    },
    note: (text) => choices.quiet || say(text),
    detail: (text) => choices.verbose && say(text),
    complain: say,
  };
}

function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done);
      stream.off('close', done);
      stream.off('error', done);
      resolve();
    };
    stream.on('drain', done);
    stream.on('close', done);
    stream.on('error', done);
  });
}
