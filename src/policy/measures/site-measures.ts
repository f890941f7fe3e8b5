import type { RosterRows } from '../../domain/roster.js';
import type { FactContext } from '../facts/fact.js';
import type { Truth } from '../assess/three-valued.js';
import { namedSubject, type Measure } from './measure.js';

/** Named settlements that are listed in 安置点 with the required population; 村 and 社区 at the end do not matter. */
export const largeSettlements: Measure = {
  name: 'large-settlements',
  zh: '达到人口规模的重点安置区',
  en: 'named settlements of the required size',
  tables: [['安置点']],
  lists: ['large-settlements'],
  parameters: [{ id: 'settlement-heads', unit: 'persons' }],
  compute: (context, _, tell) => {
    const names = context.list('large-settlements');
    const least = context.parameter('settlement-heads') ?? Number.POSITIVE_INFINITY;
    let done = 0;
    let unknown = 0;
    for (const name of names) {
      const site = context.roster.roster.rows.安置点.find(
        (row) => row.name !== null && core(row.name).endsWith(core(name)),
      );
      if (site === undefined) {
        tell?.(namedSubject('place', name, { value: '安置点表中没有' }));
        continue;
      }
      const { population } = site;
      if (population === null) unknown += 1;
      else if (population >= least) {
        done += 1;
        continue;
      }
      const value = population === null ? '人口没有填' : `${population}人`;
      tell?.(namedSubject('place', name, { township: site.township, value, known: population !== null }));
    }
    return { done, all: names.length, unknown };
  },
};

function core(name: string): string {
  return name.replace(/(中心村|社区|村)$/, '');
}

type Site = RosterRows['安置点'];

/** Settlements the rule is about, and those of them that keep it; null where a cell is blank. */
function sites(
  name: string,
  zh: string,
  en: string,
  parameters: Measure['parameters'],
  rule: (site: Site, context: FactContext) => { readonly about: Truth; readonly kept: Truth },
): Measure {
  return {
    name,
    zh,
    en,
    tables: [['安置点']],
    ...(parameters === undefined ? {} : { parameters }),
    compute: (context, _, tell) => {
      let done = 0;
      let all = 0;
      let unknown = 0;
      for (const site of context.roster.roster.rows.安置点) {
        const { about, kept } = rule(site, context);
        if (about === false) continue;
        if (kept !== true && site.name !== null)
          tell?.(namedSubject('place', site.name, { township: site.township, known: about !== null && kept !== null }));
        if (about === null || kept === null) {
          if (kept !== true) unknown += 1;
          continue;
        }
        all += 1;
        if (kept) done += 1;
      }
      return { done, all, unknown };
    },
  };
}

const atMost = (value: number | null, most: number | null): Truth =>
  value === null || most === null ? null : value <= most;
const atLeast = (value: number | null, least: number | null): Truth =>
  value === null || least === null ? null : value >= least;

/** Settlements of at most so many formerly poor heads have a workshop. */
export const sitesWithWorkshop = sites(
  'sites-with-workshop',
  '配套了车间工坊的较小安置点',
  'smaller settlements with a workshop',
  [{ id: 'small-site-heads', unit: 'persons' }],
  (site, context) => ({
    about: atMost(site.formerPoor, context.parameter('small-site-heads')),
    kept: site.workshopPosts === null ? null : site.workshopPosts > 0,
  }),
);

const hasWorkshop = (site: Site): Truth => (site.workshopPosts === null ? null : site.workshopPosts > 0);

/** Workshops within so many minutes. */
export const sitesNear = sites(
  'sites-near-workshop',
  '车间在规定分钟以内的安置点',
  'settlements with the workshop near by',
  [{ id: 'workshop-minutes', unit: 'times' }],
  (site, context) => ({
    about: hasWorkshop(site),
    kept: atMost(site.workshopMinutes, context.parameter('workshop-minutes')),
  }),
);

/** Workshops of which relocated workers hold the share of all posts. */
export const sitesMovers = sites(
  'sites-mover-posts',
  '搬迁劳动力占岗位比例达标的车间',
  'workshops with the share of relocated workers',
  [{ id: 'mover-posts-share', unit: 'percent' }],
  ({ workshopPosts, workshopMovers }, context) => {
    const percent = context.parameter('mover-posts-share');
    const known = workshopPosts !== null && workshopMovers !== null && percent !== null;
    return {
      about: workshopPosts === null ? null : workshopPosts > 0,
      kept: known ? workshopMovers * 100 >= percent * workshopPosts : null,
    };
  },
);

/** Settlements whose workshop has room for all willing households. */
export const sitesRoomy = sites(
  'sites-roomy',
  '车间容得下全部有意愿搬迁户的安置点',
  'settlements whose workshop has room for all willing households',
  undefined,
  (site) => ({
    about: site.willingHouseholds === null ? null : site.willingHouseholds > 0,
    kept: atLeast(site.workshopPosts, site.willingHouseholds),
  }),
);

/** Settlements of so many formerly poor heads or more have a team of the size. */
export const sitesTeam = sites(
  'sites-team',
  '派驻工作队达到人数的安置区',
  'settlements with a team of the size',
  [
    { id: 'team-site-heads', unit: 'persons' },
    { id: 'team-size', unit: 'persons' },
  ],
  (site, context) => ({
    about: atLeast(site.formerPoor, context.parameter('team-site-heads')),
    kept: atLeast(site.teamSize, context.parameter('team-size')),
  }),
);
