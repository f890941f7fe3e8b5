import type { CommandSpec } from '../command.js';
import { check } from './check.js';
import { completions } from './completions.js';
import { config } from './config.js';
import { explain } from './explain.js';
import { map } from './map.js';
import { policy } from './policy.js';
import { run } from './run.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [run, check, map, explain, policy, config, completions];
