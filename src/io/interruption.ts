/** Work to undo when a person presses Ctrl-C: temporary files to remove. Runs at once and must not wait. */
type Cleanup = () => void;

const cleanups = new Set<Cleanup>();
let held = 0;
let waiting: (() => void) | null = null;

/** Registers work for the case of an interruption; call the result when it is no longer needed. */
export function onInterrupt(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  return () => void cleanups.delete(cleanup);
}

/** Runs what was registered, each once. */
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

/** Puts an interruption off while files are moved in, which must happen whole; call the result when they are there. */
export function holdInterrupt(): () => void {
  held += 1;
  return () => {
    held -= 1;
    if (held === 0) waiting?.();
  };
}

/** Calls `stop` at once, or as soon as nothing holds it back. */
export function interrupt(stop: () => void): void {
  if (held > 0) waiting = stop;
  else stop();
}
