import { plainText } from './plain-text.js';

/** Progress on stderr for people at a terminal; silent everywhere else. */
export interface Progress {
  /** Shows the present stage on one line that is written over: `读取 2/3 名册.xlsx`. */
  show(text: string): void;
  /** Wipes the line. */
  clear(): void;
}

export const SILENT: Progress = { show: () => undefined, clear: () => undefined };

/** At most ten updates a second, so that showing progress costs nothing. `now` gives milliseconds. */
export function makeProgress(write: (text: string) => void, now: () => number): Progress {
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    show(text) {
      if (now() - last < 100) return;
      last = now();
      shown = true;
      write(`\r\u001b[2K${plainText(text)}`);
    },
    clear() {
      if (shown) write('\r\u001b[2K');
      shown = false;
    },
  };
}
