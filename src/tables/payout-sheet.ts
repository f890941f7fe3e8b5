import type { Workbook } from './grid.js';
import { readListings, type Listing, type ListingReading, type ListingRow } from './listing.js';

export type PayoutField =
  | 'policy'
  | 'benefitId'
  | 'benefit'
  | 'payeeKind'
  | 'payeeId'
  | 'payeeName'
  | 'personId'
  | 'headId'
  | 'headName'
  | 'household'
  | 'township'
  | 'community'
  | 'year'
  | 'amount'
  | 'bank'
  | 'accountName'
  | 'account'
  | 'startedOn'
  | 'course'
  | 'batch';

/** Columns of the 18-column 一卡通 roster (reference/payments.md §3.3) and of our own payouts.csv. */
const FIELDS: Readonly<Record<PayoutField, readonly string[]>> = {
  policy: ['政策编号', 'policy_id'],
  benefitId: ['项目编号', 'benefit_id'],
  benefit: ['项目', '补贴项目', '项目名称', '补贴名称', '补贴种类', '奖补项目'],
  payeeKind: ['领取人类别', 'payee_kind'],
  payeeId: ['领取人编号', 'payee_id', '统一社会信用代码'],
  payeeName: ['享受人', 'payee_name', '享受人姓名', '姓名', '领取人', '单位名称'],
  personId: ['享受人身份证号', 'id_number', '身份证号', '证件号码', '公民身份号码'],
  headId: ['户主身份证号', '户主证件号码'],
  headName: ['户主姓名', '户主'],
  household: ['户编号', 'household_id', '户号', '户码', '农户编码', '家庭编号'],
  township: ['乡镇', 'township', '乡(镇)', '镇'],
  community: ['村(居)委会', 'community', '社区', '村', '行政村', '安置社区'],
  year: ['收入年度', 'income_year', '年度', '补贴年度', '发放年度'],
  amount: ['补贴金额', 'amount', '金额', '实发金额', '发放金额', '应发金额', '奖补金额', '领取金额'],
  bank: ['开户银行', 'bank_name', '开户行'],
  accountName: ['收款人姓名', 'account_name', '账户名称', '户名'],
  account: ['银行账号', 'account_number', '账号', '银行卡号', '一卡通账号', '卡号'],
  startedOn: ['开始日期', '培训开始日期', '入职日期'],
  course: ['课程', '培训课程'],
  batch: ['批次号', 'batch_id'],
};

export type PayoutSheet = Listing<PayoutField>;
export type PayoutSheetRow = ListingRow<PayoutField>;

/** Rows of old payout sheets: an amount, and somebody it was paid to. */
export async function readPayoutSheets(workbook: Workbook): Promise<ListingReading<PayoutField>> {
  return readListings(workbook, FIELDS, [['amount'], ['payeeId', 'personId', 'household', 'headId']]);
}
