import { type ChildProcess, spawn } from 'node:child_process';
import { isOneFile } from '../../io/resources.js';
import { onInterrupt } from '../../io/interruption.js';

/** What a command line of the program gave. */
export interface Done {
  readonly words: readonly string[];
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Run = (words: readonly string[]) => Promise<Done>;

/** One piece of work behind the page: command lines of this same program, one after the other. */
export interface Job {
  readonly id: number;
  readonly title: string;
  readonly since: number;
  /** The stage the command tells. */
  progress: string;
  /** Where to go on; null while it lasts. */
  next: string | null;
  cancelled: boolean;
  cancel(): void;
}

const children = new Set<ChildProcess>();
onInterrupt(() => {
  for (const child of children) child.kill('SIGTERM');
});

/** Starts work that gives the address to go on to; a failure that nobody foresaw goes on to `failed`. */
export function startJob(id: number, title: string, work: (run: Run) => Promise<string>, failed: string): Job {
  let child: ChildProcess | null = null;
  const job: Job = {
    id,
    title,
    since: performance.now(),
    progress: '',
    next: null,
    cancelled: false,
    cancel: () => {
      job.cancelled = true;
      child?.kill('SIGTERM');
    },
  };
  const run: Run = (words) =>
    runWords(
      words,
      (started) => (child = started),
      (text) => (job.progress = text),
    );
  work(run).then(
    (next) => (job.next = job.cancelled ? failed : next),
    () => (job.next = failed),
  );
  return job;
}

/** Runs one command line as a process of its own, so that the page answers meanwhile and stopping leaves nothing half done. */
export function runWords(
  words: readonly string[],
  started: (child: ChildProcess) => void = () => undefined,
  progress: (text: string) => void = () => undefined,
): Promise<Done> {
  return new Promise((resolve, reject) => {
    const own = isOneFile ? [] : [process.argv[1] ?? ''];
    const child = spawn(process.execPath, [...own, ...words], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, BUTIE_PROGRESS: '1', BUTIE_DROPPED: '0' },
      windowsHide: true,
    });
    children.add(child);
    started(child);
    const out: Buffer[] = [];
    let told = '';
    child.stdout.on('data', (piece: Buffer) => out.push(piece));
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      told += piece;
      const stage = told.split('\r\u001b[2K').at(-1) ?? '';
      if (stage !== '' && !stage.includes('\n')) progress(stage);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      children.delete(child);
      resolve({
        words,
        code: code ?? 130,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: told.replace(/\r\u001b\[2K[^\n\r]*(?=\r\u001b\[2K)/g, '').replaceAll('\r\u001b[2K', ''),
      });
    });
  });
}

/** The line as a person would type it, the files by their own names. */
export function typed(words: readonly string[], names: ReadonlyMap<string, string> = new Map()): string {
  const shown = words.map((word) => {
    const name = names.get(word) ?? word;
    return /^[\w\p{L}\p{N}.,:=/\\@%+-]+$/u.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`;
  });
  return `butie ${shown.join(' ')}`;
}

/** Text as JSON; null where it is none. */
export function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
