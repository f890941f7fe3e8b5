import { cleanUp, interrupt } from '../../io/interruption.js';

let say = (): void => undefined;

/**
 * Ends the process on SIGINT and SIGTERM with exit code 130, temporary files removed. Called before anything else is loaded:
 * a person may think better of it at once.
 */
export function watchInterrupt(): void {
  const stop = (): void => {
    cleanUp();
    say();
    // The one place that ends the process by force: whoever interrupts wants it to stop now, and output is cut anyway.
    process.exit(130);
  };
  process.once('SIGINT', () => interrupt(stop));
  process.once('SIGTERM', () => interrupt(stop));
}

/** What is said of an interruption from now on; nothing before there is anything to say it with. */
export function sayOnInterrupt(words: () => void): void {
  say = words;
}
