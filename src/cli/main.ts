import { watchInterrupt } from './terminal/interrupt.js';
import { guardStreams } from './terminal/streams.js';

/**
 * Entry of the command line. Loads next to nothing up front: help and version must answer at once, and each command brings
 * only what it needs. No top-level await: bundled into one executable it is CommonJS.
 */
watchInterrupt();
guardStreams();
// Every file we make may hold personal data: ledger, outputs, temporary files are for their owner alone (0600, folders 0700).
process.umask(process.umask(0o077) | 0o077);

const words = process.argv.slice(2);

async function main(): Promise<void> {
  const [first] = words;
  if (words.length === 1 && (first === '--version' || first === '-V')) {
    const { VERSION } = await import('./line/version.js');
    process.stdout.write(`${VERSION}\n`);
    return;
  }
  const help = asksForHelpOnly() ? await renderedHelp() : null;
  if (help === null) {
    const { runLine } = await import('./line/run-line.js');
    process.exitCode = await runLine(words);
  } else process.stdout.write(help);
}

/** Nothing, `--help` or `help`, in a language at most. */
function asksForHelpOnly(): boolean {
  return /^(help |--help |-h |--lang[ =](zh|en) )*$/.test(`${words.join(' ')} `.trimStart());
}

/** Help as the build has rendered it; null when there is none: then it is made from the table of commands. */
async function renderedHelp(): Promise<string | null> {
  const { readRenderedHelp } = await import('./line/rendered-help.js');
  return readRenderedHelp(words);
}

void main();
