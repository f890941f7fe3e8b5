import { defineTable } from './define-table.js';
import { TOWNSHIP } from './shared-fields.js';

/** 安置点: one row a resettlement site. */
export const SITES = defineTable(
  '安置点',
  'Sites',
  {
    name: {
      header: '安置点',
      english: 'Site',
      type: 'place',
      required: true,
      blank: 'warning',
      synonyms: ['安置点名称', '集中安置点', '集中安置点名称', '安置区', '安置区名称', '安置社区'],
    },
    township: { header: '乡镇', english: 'Township', type: 'place', level: 'place', common: true, synonyms: TOWNSHIP },
    population: {
      header: '人口',
      english: 'Population',
      type: 'count',
      required: true,
      blank: 'warning',
      synonyms: ['总人口', '人口数', '安置人口', '安置人口数', '搬迁人口'],
    },
    formerPoor: {
      header: '脱贫人口',
      english: 'Formerly poor',
      type: 'count',
      synonyms: ['脱贫人口数', '脱贫搬迁人口'],
    },
    workshopPosts: {
      header: '车间岗位数',
      english: 'Workshop posts',
      type: 'count',
      synonyms: ['车间岗位', '帮扶车间岗位数', '就业帮扶车间岗位数'],
    },
    workshopMovers: {
      header: '车间搬迁务工人数',
      english: 'Movers in workshops',
      type: 'count',
      synonyms: ['车间务工人数', '车间搬迁群众务工人数'],
    },
    workshopMinutes: {
      header: '车间距离分钟',
      english: 'Minutes to the workshop',
      type: 'count',
      synonyms: ['车间距离(分钟)', '到车间时间(分钟)', '车间路程(分钟)'],
    },
    willingHouseholds: {
      header: '有意愿务工户数',
      english: 'Willing households',
      type: 'count',
      synonyms: ['有务工意愿户数', '有就业意愿户数'],
    },
    willingPersons: {
      header: '有意愿务工人数',
      english: 'Willing persons',
      type: 'count',
      synonyms: ['有务工意愿人数', '有就业意愿人数'],
    },
    teamSize: {
      header: '工作队人数',
      english: 'Team',
      type: 'count',
      synonyms: ['驻点工作队人数', '工作队员数'],
    },
  },
  [],
);
