import type { z } from 'zod';
import type { PackSchema } from './schema.js';

/** A policy document as dated, cited data. Made by parsePack only, which has checked it. */
export type Pack = z.infer<typeof PackSchema>;

/** Something wrong in a pack file, in plain words, with where it stands (both from 1). */
export interface PackProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly zh: string;
  readonly en: string;
}
