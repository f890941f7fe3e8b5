/** What a person says of a document before its rules are written. */
export interface SkeletonAnswers {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly issuer: string;
  readonly province: string;
  readonly prefecture: string;
  readonly county: string;
  readonly from: string;
  readonly to: string;
}

/** Questions in the order of the answers, with what is taken where nothing is answered. */
export const SKELETON_QUESTIONS: readonly {
  readonly key: keyof SkeletonAnswers;
  readonly zh: string;
  readonly en: string;
  readonly otherwise: string;
}[] = [
  {
    key: 'id',
    zh: '编号（小写英文，如 hemu-2024-3）',
    en: 'id (lower-case words, like hemu-2024-3)',
    otherwise: 'my-policy-2024',
  },
  { key: 'name', zh: '名称（如 河木县外出务工补助）', en: 'name', otherwise: '示例县补贴' },
  { key: 'number', zh: '文号', en: 'document number', otherwise: '示例〔2024〕1号' },
  { key: 'issuer', zh: '发文单位', en: 'issuer', otherwise: '示例县人民政府' },
  { key: 'province', zh: '省（自治区）简称，如 宁夏', en: 'province, like 宁夏', otherwise: '宁夏' },
  { key: 'prefecture', zh: '市、州，如 石嘴山市', en: 'prefecture, like 石嘴山市', otherwise: '石嘴山市' },
  { key: 'county', zh: '县（区），如 平罗县', en: 'county, like 平罗县', otherwise: '平罗县' },
  { key: 'from', zh: '执行期第一天，如 2024-01-01', en: 'first day in force', otherwise: '2024-01-01' },
  { key: 'to', zh: '执行期最后一天，如 2026-12-31', en: 'last day in force', otherwise: '2026-12-31' },
];

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** A pack that passes `policy check`, with one benefit to put in the place of: a fixed amount for a claim. */
export function packSkeleton(answers: SkeletonAnswers): string {
  const { id, name, number, issuer, province, prefecture, county, from, to } = answers;
  return `format: butie-pack/1
id: ${id}
version: "1"
name: ${quoted(name)}
nameEn: ${quoted(name)}
document: { number: ${quoted(number)}, title: ${quoted(name)}, issuer: ${quoted(issuer)}, status: in-force }
home: { province: ${quoted(province)}, prefecture: ${quoted(prefecture)}, county: ${quoted(county)} }
window: { from: "${from}", to: "${to}", clause: 改成条款号, quote: 改成写明执行期的原文 }
time: as-of
# 每个数字一条：单位、合理范围、条款、原文、起止日期
parameters:
  amount:
    { name: 补贴标准, nameEn: amount, unit: yuan, between: ["100.00", "10000.00"], clause: 改成条款号, quote: 改成写明金额的原文,
      values: [{ from: "${from}", to: "${to}", value: "1000.00" }] }
# 给谁、什么条件、怎么算、多久一次；butie policy kinds 和 butie policy facts 列出全部写法
benefits:
  - id: benefit
    name: 改成补贴名称
    nameEn: benefit
    clause: 改成条款号
    quote: 改成这项补贴的原文
    for: { each: application, kinds: [改成补贴项目] }
    conditions: [evidence]
    rule: { kind: flat, amount: amount }
    every: calendar-year
# 每个界线上、差一点、刚过一点都写一个算例；butie policy test 核对
cases:
  - name: 有证明材料的发，没有的不发
    asOf: "${from}"
    each: { columns: [paper, pays], rows: [[证书, "1000.00"], [待补, "0.00"]] }
    申请: [{ 姓名: 张三, 身份证号: "1990-01-01", 补贴项目: 改成补贴项目, 证明材料: $paper }]
    expect: { pays: { benefit: $pays } }
`;
}
