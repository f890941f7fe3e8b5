export {
  ofHousehold,
  ofMember,
  ofOrganisation,
  ofPlacement,
  ofService,
  ofTraining,
  ofWorker,
} from '../findings/row-subject.js';
