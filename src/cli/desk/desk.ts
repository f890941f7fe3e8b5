import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type DeskFolder, filesIn } from '../../io/desk-folder.js';
import type { Lang } from '../../findings/finding.js';
import type { Words } from '../../findings/finding.js';
import type { CHECK, MAP } from '../schemas/check.js';
import type { RECEIPT } from '../schemas/batch.js';
import type { RowsShown } from './rows-around.js';
import { type Done, type Job, type Run, startJob } from './work.js';

/** A warning that was looked into on the page, as a row of the list `--accepted`. */
export interface Acceptance {
  readonly code: string;
  readonly subject: string;
  readonly content: string;
  readonly reason: string;
  readonly by: string;
}

/** A file that may be fetched from the page. */
export interface Offer {
  readonly path: string;
  readonly name: string;
}

/** What was made of the roster that lies on the desk. */
export interface Checked {
  readonly done: Done;
  readonly check: z.infer<typeof CHECK> | null;
  readonly map: z.infer<typeof MAP>;
  readonly rows: RowsShown;
  readonly files: readonly Offer[];
  /** Warnings that may be accepted, as `check --out` writes them. */
  readonly acceptable: readonly Acceptance[];
}

export interface Trial {
  readonly done: Done;
  readonly receipt: z.infer<typeof RECEIPT> | null;
  readonly folder: string;
}

/** What a batch is made of on the page. */
export interface Month {
  readonly policy: string;
  readonly period: string;
  readonly name: string;
  readonly by: string;
}

/** Everything that one open page knows; it ends with the process. */
export class Desk {
  readonly folder: DeskFolder;
  readonly base: string;
  lang: Lang;
  ledger: string;
  /** The policies there are. */
  policies: readonly { readonly id: string; readonly name: string }[] = [];
  uploads: Offer[] = [];
  year = '';
  policy = '';
  /** `表!列名` → field. */
  readonly columns = new Map<string, string>();
  accepted: Acceptance[] = [];
  checked: Checked | null = null;
  month: Month = { policy: '', period: '', name: 'main', by: '' };
  trial: Trial | null = null;
  /** What the last act on a batch said. */
  told: Done | null = null;
  readonly #offers: Offer[] = [];
  readonly #jobs: Job[] = [];

  constructor(folder: DeskFolder, base: string, lang: Lang, ledger: string) {
    this.folder = folder;
    this.base = base;
    this.lang = lang;
    this.ledger = ledger;
  }

  readonly pick = (words: Words): string => words[this.lang];

  /** Address of a file that may be fetched. */
  offer(offer: Offer): string {
    const known = this.#offers.findIndex(({ path }) => path === offer.path);
    const id = known >= 0 ? known : this.#offers.push(offer) - 1;
    return `${this.base}/file/${id}`;
  }

  offered(id: number): Offer | null {
    return this.#offers[id] ?? null;
  }

  /** All files of a folder, for fetching. */
  offersOf(folder: string): Offer[] {
    return filesIn(folder).map((name) => ({ path: join(folder, name), name }));
  }

  start(title: string, work: (run: Run) => Promise<string>, failed: string): Job {
    const job = startJob(this.#jobs.length, title, work, failed);
    this.#jobs.push(job);
    return job;
  }

  job(id: number): Job | null {
    return this.#jobs[id] ?? null;
  }

  /** Own names of the files behind their paths, for the line that is shown. */
  names(): ReadonlyMap<string, string> {
    return new Map(this.uploads.map(({ path, name }) => [path, name]));
  }

  /** The answers given so far, as words of a line. */
  answers(): string[] {
    return [
      ...(this.year === '' ? [] : [`--year=${this.year}`]),
      ...[...this.columns].map(([column, field]) => `--column=${column}=${field}`),
    ];
  }

  paths(): string[] {
    return this.uploads.map(({ path }) => path);
  }

  /** A new roster: what was made of the old one no longer holds. */
  async addUploads(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
    for (const { name, bytes } of files) {
      const path = await this.folder.keep(name, bytes);
      this.uploads.push({ path, name: basename(path) });
    }
    this.checked = null;
    this.trial = null;
  }

  clear(): void {
    this.uploads = [];
    this.year = '';
    this.columns.clear();
    this.accepted = [];
    this.checked = null;
    this.trial = null;
  }
}
