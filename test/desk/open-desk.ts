import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { emptyFolder } from '../cli/butie.js';

const BUTIE = fileURLToPath(new URL('../../bin/butie.js', import.meta.url));

export interface OpenDesk {
  /** The printed address. */
  readonly address: string;
  readonly folder: string;
  /** Everything said on stderr so far. */
  said(): string;
  /** Ends it as Ctrl+C does, and waits. */
  close(): Promise<number | null>;
}

/** Starts `butie desk` in an empty folder and waits for its address. */
export async function openDesk(words: readonly string[] = []): Promise<OpenDesk> {
  const folder = emptyFolder();
  const child: ChildProcess = spawn(process.execPath, [BUTIE, 'desk', ...words], {
    cwd: folder,
    env: { ...process.env, BUTIE_NO_OPEN: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (piece: Buffer) => (errors += piece.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stdout?.on('data', (piece: Buffer) => {
      out += piece.toString();
      if (out.includes('\n')) resolve(out.trim());
    });
    child.once('exit', (code) => reject(new Error(`desk ended with ${code}: ${errors}`)));
  });
  return {
    address,
    folder,
    said: () => errors,
    close: () =>
      new Promise((resolve) => {
        child.once('exit', (code) => resolve(code));
        child.kill('SIGINT');
      }),
  };
}
