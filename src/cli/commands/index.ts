import type { CommandSpec } from '../line/command.js';
import { voidBatch } from './void.js';
import { stop } from './stop.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { reconcile } from './reconcile.js';
import { reissue } from './reissue.js';
import { report } from './report.js';
import { reverse } from './reverse.js';
import { clawbacks } from './clawbacks.js';
import { hold } from './hold.js';
import { holds } from './holds.js';
import { recover } from './recover.js';
import { release } from './release.js';
import { close } from './close.js';
import { batches } from './batches.js';
import { approve } from './approve.js';
import { check } from './check.js';
import { returnFile } from './return.js';
import { exportBatch } from './export.js';
import { completions } from './completions.js';
import { config } from './config.js';
import { desk } from './desk.js';
import { diff } from './diff.js';
import { dossier } from './dossier.js';
import { explain } from './explain.js';
import { ledger } from './ledger.js';
import { map } from './map.js';
import { monitor } from './monitor.js';
import { print } from './print.js';
import { payee } from './payee.js';
import { policy } from './policy.js';
import { run } from './run.js';
import { samples } from './samples.js';
import { template } from './template.js';

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  run,
  check,
  monitor,
  map,
  desk,
  template,
  approve,
  exportBatch,
  returnFile,
  reissue,
  stop,
  reverse,
  recover,
  clawbacks,
  hold,
  release,
  holds,
  close,
  voidBatch,
  print,
  payee,
  batches,
  show,
  reconcile,
  explain,
  diff,
  report,
  dossier,
  policy,
  ledger,
  samples,
  schema,
  config,
  completions,
];
