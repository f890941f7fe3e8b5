import type { Check } from '../define-check.js';
import { alreadyPaid } from './led-01-already-paid.js';
import { capReached } from './led-02-cap-reached.js';
import { paidInOtherHousehold } from './led-03-paid-in-other-household.js';
import { paymentInFlight } from './led-04-payment-in-flight.js';
import { accountChanged } from './led-05-account-changed.js';
import { rosterMoved } from './led-06-roster-moved.js';
import { openClawback } from './led-07-open-clawback.js';
import { ledgerBroken } from './led-08-ledger-broken.js';
import { conservationBroken } from './led-09-conservation-broken.js';
import { overBudget } from './led-10-over-budget.js';
import { alreadyReissued } from './led-11-already-reissued.js';
import { approverIsMaker } from './led-12-approver-is-maker.js';
import { overpaidBefore } from './led-13-overpaid-before.js';
import { dueAgain } from './led-15-due-again.js';
import { standingHold } from './led-16-standing-hold.js';
import { openingRowUnusable } from './led-14-opening-row-unusable.js';

export const LED_CHECKS: readonly Check[] = [
  alreadyPaid,
  capReached,
  paidInOtherHousehold,
  paymentInFlight,
  accountChanged,
  rosterMoved,
  openClawback,
  ledgerBroken,
  conservationBroken,
  overBudget,
  alreadyReissued,
  approverIsMaker,
  overpaidBefore,
  openingRowUnusable,
  dueAgain,
  standingHold,
];
