import { writeOutputs } from '../../io/output-folder.js';
import { removeFolderNow } from '../../io/remove-folder.js';
import { holdInterrupt, onInterrupt } from '../terminal/interrupt.js';

/**
 * {@link writeOutputs} that an interruption leaves whole too: while files are written their temporary folder goes with
 * the process; once they move in, the interruption waits. Gives the names written.
 */
export async function writeWhole(outDir: string, write: (temporary: string) => Promise<void>): Promise<string[]> {
  const hold: { release: (() => void) | null } = { release: null };
  try {
    return await writeOutputs(outDir, async (temporary) => {
      const forget = onInterrupt(() => removeFolderNow(temporary));
      try {
        await write(temporary);
        hold.release = holdInterrupt();
      } finally {
        forget();
      }
    });
  } finally {
    hold.release?.();
  }
}
