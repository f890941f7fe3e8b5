import { spawn } from 'node:child_process';
import { isOneFile } from '../../io/resources.js';

/**
 * Whether the program was started by its icon: a file dropped on it, or a double click. Windows gives a program that a
 * command line starts the variable PROMPT, one that the desktop starts not; our own `.cmd` says so itself.
 */
export function startedByIcon(): boolean {
  const { BUTIE_DROPPED: told, PROMPT: prompt } = process.env;
  if (told !== undefined) return told === '1';
  return process.platform === 'win32' && isOneFile && prompt === undefined && process.stdin.isTTY;
}

/** Opens a file or address with the program the system has for it, unless BUTIE_NO_OPEN=1. Never fails: it is a courtesy. */
export function openWithSystem(target: string): void {
  if (process.env['BUTIE_NO_OPEN'] === '1') return;
  const [program, words] =
    process.platform === 'win32'
      ? (['explorer.exe', [target]] as const)
      : process.platform === 'darwin'
        ? (['open', [target]] as const)
        : (['xdg-open', [target]] as const);
  const child = spawn(program, words, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

/** Keeps the window until Enter is pressed (or nobody can press it). */
export function waitForEnter(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      process.stdin.pause();
      resolve();
    };
    process.stdin.once('data', done);
    process.stdin.once('end', done);
    process.stdin.resume();
  });
}
