import type { Params } from '../../findings/finding.js';
import { defineCheck } from '../define-check.js';
import { param, reasonText } from '../param.js';

const HOW: Readonly<Record<string, string>> = {
  incomplete: '核实说明和核实人都要填；没有核实过的，两格都空着',
  error: '错误要改表，改好后重新查一次',
};
const HOW_EN: Readonly<Record<string, string>> = {
  incomplete: 'fill in both 核实说明 and 核实人, or neither',
  error: 'correct the table and check again',
};

export const acceptanceUnused = defineCheck({
  code: 'FIL-09',
  name: 'acceptance-unused',
  severity: 'warning',
  stage: 'rules',
  needs: [],
  sample: { reason: 'incomplete', code: 'HHD-10', lacking: '核实人' },
  text: {
    zh: {
      title: '核实没有生效',
      what: (p) => whatZh(p),
      why: '这一条照旧提示，不算核实过',
      how: (p) => reasonText(HOW, p, '值变了的，请对新的值再核实；不再有的，不必处理'),
    },
    en: {
      title: 'An acceptance without effect',
      what: (p) => whatEn(p),
      why: 'the finding is told as before and does not count as accepted',
      how: (p) =>
        reasonText(HOW_EN, p, 'if the value changed, look into the new one; if the warning is gone, nothing is to do'),
    },
  },
  examples: [],
});

function whatZh(p: Params): string {
  const code = param(p, 'code');
  if (p['reason'] === 'incomplete') return `${code} 这一条应填核实说明和核实人两格，现缺${param(p, 'lacking')}`;
  if (p['reason'] === 'error') return `${code} 是错误，不能核实了事`;
  return `${code} 这一条核实过的内容现在没有了，或者值变了`;
}

function whatEn(p: Params): string {
  const code = param(p, 'code');
  if (p['reason'] === 'incomplete') return `${code} should have both a reason and a name; one is missing`;
  if (p['reason'] === 'error') return `${code} is an error and cannot be accepted`;
  return `what was accepted for ${code} is no longer there, or its value changed`;
}
