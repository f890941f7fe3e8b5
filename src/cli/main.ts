/**
 * Entry of the command line. Loads nothing up front: help and version must answer at once, and each command brings only
 * what it needs.
 */
const words = process.argv.slice(2);
const [first] = words;

if (words.length === 1 && (first === '--version' || first === '-V')) {
  const { VERSION } = await import('./version.js');
  process.stdout.write(`${VERSION}\n`);
} else {
  const { runLine } = await import('./run-line.js');
  process.exitCode = await runLine(words);
}

export {};
