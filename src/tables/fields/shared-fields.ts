/** Words that several tables share. Sources: payments.md §3.2, spreadsheets-in-the-wild.md §4. */

export const HOUSEHOLD_ID = [
  '户号',
  '户码',
  '户号编码',
  '户主编号',
  '农户编码',
  '农户编号',
  '家庭户号',
  '家庭编号',
  '户籍编号',
  '户ID',
  '系统户编号',
];

export const PERSON_NAME = [
  '姓名',
  '家庭成员姓名',
  '成员姓名',
  '享受人',
  '享受人姓名',
  '享受人员姓名',
  '务工人员姓名',
  '客户名称',
  '职工姓名',
  '员工姓名',
  '人员姓名',
  '申请人',
  '申请人姓名',
];

export const PERSON_ID = [
  '身份证号',
  '身份证号码',
  '证件号码',
  '公民身份号码',
  '公民身份证号码',
  '居民身份证号',
  '居民身份证号码',
  '身份证件号码',
  '身份证',
  '证件号',
  '享受人身份证号',
  '成员身份证号',
  '成员身份证',
  '家庭成员身份证号',
  '家庭成员身份证',
  '成员证件号码',
  '成员公民身份号码',
  '本人身份证号',
  '本人身份证',
  '证件号码(残疾人证)',
];

export const TOWNSHIP = [
  '乡镇',
  '乡(镇)',
  '镇(乡)',
  '乡',
  '镇',
  '镇名称',
  '乡镇名称',
  '乡镇(街道)',
  '乡(镇、街道)',
  '街道',
  '所属乡镇',
  '所属街',
  '所属街道',
  '所在乡镇',
];

export const COMMUNITY = ['社区', '所属社区', '所在社区', '安置社区', '村(社区)', '社区(村)', '村社区', '社区名称'];

export const COMMUNITY_WEAK = [
  '行政村',
  '行政村名称',
  '所属行政村',
  '所在村',
  '所在行政村',
  '村',
  '村名',
  '村名称',
  '村(居)',
  '村居',
  '村(居)委会',
  '村委会',
  '居委会',
  '所属社',
  '所属村',
  '安置点',
  '安置点名称',
  '集中安置点名称',
  '安置区',
];

export const PHONE = ['联系电话', '联系方式', '电话号码', '手机号', '手机号码', '电话', '联系电话号码', '手机'];

export const CREDIT_CODE = ['统一社会信用代码', '社会信用代码', '信用代码', '统一信用代码', '统一社会信用代码证号'];

/** The three account columns; `household` tells whose row fills down. */
export const ACCOUNT_FIELDS = {
  bankName: {
    header: '开户银行',
    english: 'Bank',
    type: 'text',
    common: true,
    severity: 'warning',
    synonyms: [
      '开户行',
      '开户银行名称',
      '账户银行',
      '银行名称',
      '开户银行支行名称',
      '开户行名称',
      '开户网点',
      '开户银行网点',
      '开户行网点',
      '开户银行(网点)',
      '银行',
    ],
  },
  accountName: {
    header: '账户名称',
    english: 'Account name',
    type: 'text',
    common: true,
    severity: 'warning',
    synonyms: [
      '银行账户名称',
      '开户人',
      '开户人姓名',
      '一卡通户名',
      '收款人姓名',
      '收款人',
      '账户户名',
      '账户名',
      '开户名',
    ],
  },
  accountNumber: {
    header: '银行账号',
    english: 'Account number',
    type: 'account',
    common: true,
    severity: 'warning',
    synonyms: [
      '银行卡号',
      '账号',
      '卡号',
      '银行账户',
      '银行账户号码',
      '一卡通账号',
      '一卡通账户',
      '一卡通号',
      '一卡通卡号',
      '一折通卡号',
      '社保卡银行账号',
      '收款账号',
      '收款人账号',
      '客户账号',
    ],
    // The card has a number of nine characters of its own beside its bank account.
    weak: ['社保卡号', '社会保障卡号'],
  },
} as const;

/** Words that mean two things wherever they stand alone. */
export const ALWAYS_AMBIGUOUS = [
  { header: '编号', meanings: ['户编号', '序号'] },
  { header: '批次', meanings: ['搬迁批次', '发放批次'] },
  { header: '收入', meanings: ['年务工收入', '年经营收入', '人均纯收入'] },
  { header: '户名', meanings: ['户主姓名', '账户名称'] },
] as const;
