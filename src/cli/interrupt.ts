/** Work to undo when a person presses Ctrl-C: temporary folders to remove. Runs at once and must not wait. */
type Cleanup = () => void;

const cleanups = new Set<Cleanup>();

/** Registers work for the case of an interruption; call the result when it is no longer needed. */
export function onInterrupt(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/** Runs what was registered and says so; the caller ends the process with 130. */
export function cleanUp(): void {
  for (const cleanup of cleanups) {
    try {
      cleanup();
    } catch {
      // A folder that cannot be removed must not keep the others from going.
    }
  }
  cleanups.clear();
}

/** Ends the process on SIGINT and SIGTERM with exit code 130, temporary files removed. */
export function watchInterrupt(say: () => void): void {
  const stop = (): void => {
    cleanUp();
    say();
    // The one place that ends the process by force: whoever interrupts wants it to stop now, and output is cut anyway.
    process.exit(130);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
