import type { Roster } from '../../domain/roster.js';
import type { Pack } from '../pack/pack.js';

/** What the rules are asked: a pack, a roster, a day, and what was chosen. */
export interface AssessmentRequest {
  readonly pack: Pack;
  readonly roster: Roster;
  /** `YYYY-MM-DD`; the only "today" there is. */
  readonly asOf: string;
  /** Payment month, `YYYY-MM`. */
  readonly period: string;
  /** Chosen readings by id; those not named take their default. */
  readonly readings: Readonly<Record<string, string>>;
  /** `--set key=value` and override-file parameters, by parameter id. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether targets name who or what stands in their way: for monitoring, not for a payment run. */
  readonly naming?: boolean;
}
