import type { BatchState } from '../../domain/batch-state.js';
import type { PayoutLine } from '../../domain/payout.js';
import type { RowModel, SheetModel } from '../model/workbook-model.js';
import { textRow, titleRow } from '../model/sheet-rows.js';
import { dayWords, monthWords } from '../model/words.js';
import type { Office, RunDocumentInput } from '../run/run-document.js';

/** The document that a batch pays by, as it was called when the batch was made. */
export interface PaperPolicy {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
}

/** What every printed sheet of a batch is made from: a run has it, and so has the ledger at any later time. */
export interface Paper {
  readonly batchId: string;
  readonly policy: PaperPolicy;
  /** `YYYY-MM`, `YYYYQn`, `YYYYHn`. */
  readonly period: string;
  readonly asOf: string;
  readonly contentHash: string;
  readonly state: BatchState;
  /** Null where it is not known yet. */
  readonly maker: string | null;
  readonly approver: string | null;
  /** Day of the approval; null before. */
  readonly approvedOn: string | null;
  /** Batch that this one pays again from. */
  readonly reissueOf: string | null;
  /** `乡镇 宁东镇` where only a part is printed; null for the whole. */
  readonly part: string | null;
  readonly lines: readonly PayoutLine[];
  readonly office?: Office;
}

/** The papers of a run: what it makes is a draft, unless this very content was approved before. */
export function paperOfRun({ result, origin }: RunDocumentInput): Paper {
  const { content, pack } = result;
  return {
    batchId: content.batchId,
    policy: {
      name: pack.name,
      number: pack.document.number,
      title: pack.document.title,
      issuer: pack.document.issuer,
    },
    period: content.period,
    asOf: content.asOf,
    contentHash: content.contentHash,
    state: origin.state,
    maker: null,
    approver: null,
    approvedOn: null,
    reissueOf: content.reissueOf,
    part: null,
    lines: content.lines,
    ...(origin.office === undefined ? {} : { office: origin.office }),
  };
}

/** Title, document, and what the batch is; three rows at the head of every sheet. */
export function* paperHead(paper: Paper, title: string, columns: number): Generator<RowModel> {
  const { policy, batchId, office } = paper;
  const unit = office?.unitName ?? '';
  yield titleRow(title, columns);
  yield textRow(
    `${unit === '' ? '' : `填报单位：${unit}　`}依据：${policy.number}《${policy.title}》　发文单位：${policy.issuer}`,
    columns,
    'wrap-plain',
    32,
  );
  yield textRow(
    `发放月份：${monthWords(paper.period)}　批次：${batchId}　${paper.part === null ? '' : `范围：${paper.part}　`}基准日：${dayWords(paper.asOf)}　单位：元${stateNote(paper)}`,
    columns,
    'wrap-plain',
    32,
  );
}

/** What a reader must know before paying by the sheet. */
function stateNote({ state }: Paper): string {
  if (state === 'draft') return '　【草稿，未经审核批准不得付款】';
  return state === 'void' ? '　【已作废】' : '';
}

/** Batch, hash and pages at the foot of every page: which content it is that was signed. */
export function paperFooter({ batchId, contentHash }: Paper): string {
  return `&L批次 ${batchId.replaceAll('&', '&&')}　内容校验 ${contentHash.slice(0, 16)}&R第 &P 页 共 &N 页`;
}

/** Who signs, with the names that the ledger knows. */
export function signers({ maker, approver, approvedOn }: Paper): readonly string[] {
  return [
    `制表：${maker ?? ''}`,
    `审核：${approver ?? ''}${approvedOn === null ? '' : `（${approvedOn}）`}`,
    '负责人：',
    '（盖章）',
  ];
}

/** Print set-up that all sheets share. */
export function paperPrint(paper: Paper, landscape: boolean, heading: number): NonNullable<SheetModel['print']> {
  return { landscape, fitToWidth: true, paper: 'A4', titleRows: [1, heading], footer: paperFooter(paper) };
}
