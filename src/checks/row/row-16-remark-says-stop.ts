import { cellPlace } from '../cell-place.js';
import { defineCheck } from '../define-check.js';
import { param } from '../param.js';
import { ofHousehold } from '../subject.js';

/** What a clerk writes beside a household that should get nothing any more. */
const STOPS =
  /(?<!未|无|没有|防止?|避免|恢复|非)(查无此人|无此户|无此人|已故|人已不在|病亡|逝世|死者|殁|不再发放|暂停发放|已停|拒领|不领|取消(?:享受|资格|发放|补贴|奖补|待遇)|不符合|不合格|不够条件|超标|剔除|删除|作废|退回|失联|判刑|入狱|收监|羁押|空户|假户|虚报|冒领|骗取|异议|迁往|迁移|搬离|死亡|去世|身故|亡故|病故|病逝|过世|注销|销户|停发|停止发放|停保|放弃|自愿放弃|不(再)?享受|不予发放|不发|迁出|迁走|搬走|转出|重复|重报|错报|退出|取消资格|服刑|失踪|空挂户)/u;

export const remarkSaysStop = defineCheck({
  code: 'ROW-16',
  name: 'remark-says-stop',
  severity: 'warning',
  stage: 'roster',
  needs: [],
  sample: { text: '已死亡，停发', word: '死亡' },
  text: {
    zh: {
      title: '备注说不该发',
      what: (p) => `备注写着「${param(p, 'text')}」，有「${param(p, 'word')}」，这一行仍按其他各列核算`,
      why: '备注不能让程序停发；人已去世、户已迁出的还发，就成了多发',
      how: '请核实：不该发的，从名册里去掉，或用 butie hold 登记停发；该发的，把备注改清楚',
    },
    en: {
      title: 'The remark says nothing should be paid',
      what: (p) =>
        `the remark says "${param(p, 'text')}" (${param(p, 'word')}); the row is assessed by its other columns`,
      why: 'a remark stops no payment; paying the dead or the departed is overpaying',
      how: 'look into it: take the row out or record a hold (butie hold); otherwise make the remark clear',
    },
  },
  examples: [
    {
      title: '已死亡',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            备注: '已死亡，停发',
          },
        ],
      },
      expect: ['住户!备注@1'],
    },
    {
      title: '防止重复',
      tables: {
        住户: [
          {
            户编号: 'H1',
            户主姓名: '张三',
            户主身份证号: '640181199001010010',
            家庭人口数: 1,
            收入年度: 2024,
            备注: '新搬入，已核对，未重复',
          },
        ],
      },
      expect: [],
    },
  ],
  run: ({ roster, report }) => {
    for (const row of roster.rows.住户) {
      const word = row.remark === null ? undefined : STOPS.exec(row.remark)?.[1];
      if (word === undefined) continue;
      report({
        place: cellPlace(roster, row, '备注'),
        subject: ofHousehold(row),
        value: row.remark,
        params: { text: row.remark ?? '', word },
      });
    }
  },
});
