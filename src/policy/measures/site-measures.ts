import type { Measure } from './measure.js';

/** Named settlements that are listed in 安置点 with the required population; 村 and 社区 at the end do not matter. */
export const largeSettlements: Measure = {
  name: 'large-settlements',
  zh: '达到人口规模的重点安置区',
  en: 'named settlements of the required size',
  tables: [['安置点']],
  lists: ['large-settlements'],
  parameters: [{ id: 'settlement-heads', unit: 'persons' }],
  compute: (context) => {
    const names = context.list('large-settlements');
    const least = context.parameter('settlement-heads') ?? Number.POSITIVE_INFINITY;
    let done = 0;
    let unknown = 0;
    for (const name of names) {
      const site = context.roster.roster.rows.安置点.find(
        (row) => row.name !== null && core(row.name).endsWith(core(name)),
      );
      if (site === undefined) continue;
      if (site.population === null) unknown += 1;
      else if (site.population >= least) done += 1;
    }
    return { done, all: names.length, unknown };
  },
};

function core(name: string): string {
  return name.replace(/(中心村|社区|村)$/, '');
}
