import { defineCheck } from '../define-check.js';

/** A line through a whole row: in a roster on paper it takes somebody off; a program cannot tell who drew it, and why. */
export const rowStruckOut = defineCheck({
  code: 'ROW-17',
  name: 'row-struck-out',
  severity: 'warning',
  stage: 'tables',
  needs: [],
  sample: {},
  text: {
    zh: {
      title: '整行划了删除线',
      what: () => '名册里的行应是要核算的，现整行划了删除线，这一行仍按其他各列核算',
      why: '删除线不能让程序停发；划掉是不再发放的，照发就成了多发',
      how: '请核实：不该发的，从名册里去掉，或用 butie hold 登记停发；该发的，去掉删除线',
    },
    en: {
      title: 'The whole row is struck out',
      what: () => 'a row of a roster is there to be assessed, and this one is struck out; it is assessed all the same',
      why: 'a line through a row stops no payment; if it was meant to take somebody off, paying is overpaying',
      how: 'look into it: take the row out or record a hold (butie hold); otherwise remove the strikethrough',
    },
  },
  examples: [],
});
