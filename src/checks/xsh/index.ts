import type { Check } from '../define-check.js';
import { personNotInMembers } from './xsh-01-person-not-in-members.js';
import { namesDiffer } from './xsh-02-names-differ.js';
import { deceased } from './xsh-03-deceased.js';
import { onPublicPayroll } from './xsh-04-on-public-payroll.js';
import { registeredBusiness } from './xsh-05-registered-business.js';
import { assetHit } from './xsh-06-asset-hit.js';
import { overlappingSubsidy } from './xsh-07-overlapping-subsidy.js';
import { monitoringSystemDiffers } from './xsh-08-monitoring-system-differs.js';
import { listOutdated } from './xsh-09-list-outdated.js';
import { coverTotal } from './xsh-10-cover-total.js';
import { unknownHousehold } from './xsh-11-unknown-household.js';
import { unknownOrganisation } from './xsh-12-unknown-organisation.js';
import { listRowsNotCompared } from './xsh-14-list-rows-not-compared.js';
import { perhapsOnList } from './xsh-15-perhaps-on-list.js';
import { organisationNamesDiffer } from './xsh-13-organisation-names-differ.js';

export const XSH_CHECKS: readonly Check[] = [
  personNotInMembers,
  namesDiffer,
  deceased,
  onPublicPayroll,
  registeredBusiness,
  assetHit,
  overlappingSubsidy,
  monitoringSystemDiffers,
  listOutdated,
  coverTotal,
  unknownHousehold,
  unknownOrganisation,
  organisationNamesDiffer,
  listRowsNotCompared,
  perhapsOnList,
];
