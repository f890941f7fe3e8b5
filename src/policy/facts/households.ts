import type { HouseholdGroup } from '../assess/roster-groups.js';
import { FactBook } from './fact.js';
import { moverFact } from './mover.js';
import { businessIncome, farmIncome, qualifyingBusiness } from './household-business.js';
import { evidencedWages, householdSize, netIncome } from './household-income.js';
import { elderInPublicPost, noLabourNoAid, onAid, onRegister, withoutMeasure } from './household-register.js';
import { noLabour, noStableEmployment, zeroEmployment } from './household-labour.js';

/** Every fact a pack may ask about a household. */
export const HOUSEHOLD_FACTS = new FactBook<HouseholdGroup>({
  money: [evidencedWages, farmIncome, businessIncome, netIncome],
  count: [householdSize],
  yesNo: [
    moverFact((household) => household),
    qualifyingBusiness,
    zeroEmployment,
    noStableEmployment,
    noLabour,
    onRegister,
    withoutMeasure,
    onAid,
    noLabourNoAid,
    elderInPublicPost,
  ],
  choice: [],
  units: [],
});
