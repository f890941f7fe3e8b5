import type { Lang } from '../../findings/finding.js';
import type { FaultParams, LedgerFaultReason } from './fault-reason.js';

/** What went wrong, what follows for the payment, what to do. */
export interface LedgerFaultText {
  readonly what: string;
  readonly why: string;
  readonly how: string;
}

type Texts = readonly [what: string, why: string, how: string];

const UNTOUCHED = '台账没有改动';
const UNTOUCHED_EN = 'The ledger is unchanged';

/** Chinese and English words of every fault. `{name}` is replaced by the parameter of that name. */
const TEXTS: Readonly<Record<LedgerFaultReason, Readonly<Record<Lang, Texts>>>> = {
  missing: {
    zh: ['没有找到台账文件：{file}', '没有台账就不知道以前发过什么', '请用 --ledger 指明台账位置；第一次使用请先 run'],
    en: [
      'no ledger at {file}',
      'Without it nothing is known of earlier payments',
      'Name it with --ledger, or start with run',
    ],
  },
  'network-share': {
    zh: [
      '台账放在网络共享盘上：{file}',
      '共享盘的锁不可靠，两台电脑同时写会写坏台账；没有打开，台账没有改动',
      '请把台账放在这台电脑自己的磁盘上，用 --ledger 指明；要几个人一起用，都在放台账的那台电脑上操作',
    ],
    en: [
      'the ledger {file} lies on a network share',
      'Locks do not hold there, and two computers would damage it; it was not opened',
      'Keep it on a disk of this computer and name it with --ledger; several people work on the computer that holds it',
    ],
  },
  'cannot-open': {
    zh: ['台账文件打不开：{file}', UNTOUCHED, '请检查路径、文件夹是否存在以及读写权限'],
    en: ['cannot open the ledger {file}', UNTOUCHED_EN, 'Check the path, the folder and your rights to it'],
  },
  'read-only': {
    zh: [
      '台账所在位置只能读、不能写：{file}',
      UNTOUCHED,
      '台账文件和它所在的文件夹都要能写：请取消只读属性、放开权限，或换到可写的磁盘后重试',
    ],
    en: [
      'the ledger {file} cannot be written',
      UNTOUCHED_EN,
      'The file and its folder must both be writable: lift the protection or use another disk',
    ],
  },
  'disk-full': {
    zh: ['磁盘空间不足，台账写不进去：{file}', '本次操作已整个撤销，台账与之前一致', '请清理磁盘后重试'],
    en: [
      'the disk of {file} is full',
      'The whole operation was undone; the ledger is as before',
      'Free some space and retry',
    ],
  },
  'not-a-database': {
    zh: ['这不是台账文件：{file}', UNTOUCHED, '请检查 --ledger 是否写错；若文件受损，请用备份恢复'],
    en: ['{file} is not a ledger', UNTOUCHED_EN, 'Check --ledger; if the file was damaged, restore the backup'],
  },
  'not-a-ledger': {
    zh: ['这是其他软件的数据库，不是本工具的台账：{file}', UNTOUCHED, '请换一个台账文件名'],
    en: ['{file} belongs to another program', UNTOUCHED_EN, 'Choose another ledger file'],
  },
  'newer-schema': {
    zh: ['台账由更新的版本写成（第{found}版，本程序只认到第{known}版）', UNTOUCHED, '请升级 butie 后再用'],
    en: ['the ledger was written by a newer version ({found}, known up to {known})', UNTOUCHED_EN, 'Upgrade butie'],
  },
  locked: {
    zh: ['台账正被另一个程序占用：{file}', UNTOUCHED, '请等对方完成后重试'],
    en: ['another program holds the ledger {file}', UNTOUCHED_EN, 'Wait for it to finish and retry'],
  },
  corrupt: {
    zh: ['台账文件已损坏：{file}', '为免重复发放，停止一切操作', '请保留现场，用备份恢复，再用 ledger verify 校验'],
    en: [
      'the ledger {file} is damaged',
      'Everything stops, lest something be paid twice',
      'Keep the file, restore the backup, run ledger verify',
    ],
  },
  altered: {
    zh: [
      'LED-08 台账 {file} 里以前的记录被改动过（{count} 处）',
      '按改动过的历史发钱，会重复发或少发；没有发，也没有写任何文件，台账没有改动',
      '请保留现场，运行 butie ledger verify 看是哪几条，用备份恢复后再做',
    ],
    en: [
      'LED-08 history in the ledger {file} was altered ({count} problems)',
      'Whoever pays by altered history pays twice or too little; nothing was paid or written, the ledger is unchanged',
      'Keep the file, let butie ledger verify tell which entries, restore the backup first',
    ],
  },
  io: {
    zh: ['读写台账时磁盘出错：{file}（{detail}）', '本次操作没有完成，台账与之前一致', '请检查磁盘或网络盘后重试'],
    en: [
      'disk error on the ledger {file} ({detail})',
      'The operation did not happen',
      'Check the disk or share and retry',
    ],
  },
  driver: {
    zh: ['台账组件无法加载（{detail}）', UNTOUCHED, '请重新安装 butie，或改用 Node.js 22.13 以上版本'],
    en: ['the ledger driver does not load ({detail})', UNTOUCHED_EN, 'Reinstall butie or use Node.js 22.13 or newer'],
  },
  'unknown-batch': {
    zh: ['台账里没有批次“{batch}”', UNTOUCHED, '请用 batches 查看批次列表'],
    en: ['no batch "{batch}" in the ledger', UNTOUCHED_EN, 'See the list with batches'],
  },
  'ambiguous-batch': {
    zh: ['“{batch}”对应{count}个批次', UNTOUCHED, '请写全批次号'],
    en: ['"{batch}" fits {count} batches', UNTOUCHED_EN, 'Give the whole batch id'],
  },
  'wrong-state': {
    zh: [
      '批次{batch}应为“{wanted}”状态，现为“{state}”，不能{action}',
      UNTOUCHED,
      '批次按 草稿→已审核→已导出→已结算→已关账 逐步进行，不能跳步、不能倒退',
    ],
    en: [
      'batch {batch} must be {wanted}, it is {state}: cannot {action}',
      UNTOUCHED_EN,
      'A batch goes draft → approved → exported → settled → closed, never back',
    ],
  },
  'same-person': {
    zh: ['LED-12 审核人不能是制单人“{maker}”', '制单与审核须由两人分别进行，批次未审核', '请由另一人用 --by 署名审核'],
    en: [
      'LED-12 the approver is the maker "{maker}"',
      'Two persons are needed; the batch is not approved',
      'Let somebody else approve with --by',
    ],
  },
  'hash-needed': {
    zh: [
      '批次{batch}的草稿被替换过{times}次（{makers}），审核要写明内容摘要',
      '您核对的可能是以前的一份；批次没有审核，台账没有改动',
      '核对最新的付款清单（batch.json 里的 content_hash），无误后加 --hash {hash}',
    ],
    en: [
      'the draft of {batch} was replaced {times} times ({makers}): approving it takes its content hash',
      'You may have looked at an earlier one; nothing was approved',
      'Look at the latest payout list (content_hash of batch.json), then add --hash {hash}',
    ],
  },
  'other-hash': {
    zh: [
      '批次{batch}的内容摘要不是给出的那个，现为 {hash}',
      '草稿与您核对的不是同一份；批次没有审核，台账没有改动',
      '重新核对付款清单，再用现在的摘要审核',
    ],
    en: [
      'the content hash of {batch} is not the one given but {hash}',
      'The draft is not what you looked at; nothing was approved',
      'Look at the payout list again and approve with the hash of now',
    ],
  },
  'same-second-person': {
    zh: ['经办人和复核人应是两个人，现都是“{by}”', UNTOUCHED, '请由另一人复核，用 --checked-by 署名'],
    en: ['the one who does it and the one who checks it are both "{by}"', UNTOUCHED_EN, 'Let somebody else check it'],
  },
  'paid-twice': {
    zh: [
      'LED-03 批次{batch}有 {count} 户以别的户编号领过同一笔补贴',
      '同一家人不能领两次；批次没有审核，台账没有改动',
      '核对后用 release 户编号 --of LED-03 --same-as 原户编号（同一户）或 --separate（两户），再重新 run',
    ],
    en: [
      'LED-03 {count} households of {batch} were paid the same under another number',
      'No family is paid twice; nothing was approved',
      'Look into it, then release NUMBER --of LED-03 --same-as OLD (one household) or --separate (two), and run again',
    ],
  },
  'not-held': {
    zh: ['{payee}不在停发名单上', UNTOUCHED, '用 holds 查看停发名单'],
    en: ['{payee} is not on the standing list', UNTOUCHED_EN, 'See the list with holds'],
  },
  'nothing-reopened': {
    zh: ['{payee}没有追回或停发过的款项', UNTOUCHED, '用 payee 查看这个对象的发放经过'],
    en: ['nothing of {payee} was ever reversed or stopped', UNTOUCHED_EN, 'See what was paid with payee'],
  },
  'unknown-household': {
    zh: ['台账里没有另一户“{household}”', UNTOUCHED, '请核对原户编号，要与发放时完全一致'],
    en: ['the ledger has no other household "{household}"', UNTOUCHED_EN, 'Give the number exactly as it was paid'],
  },
  'recovery-amount': {
    zh: [
      '批次{batch}第{line}行未收回的追缴款为{open}元，不能记收回{amount}元',
      UNTOUCHED,
      '用 clawbacks --open 查看还欠多少；没有记过追回的先用 reverse',
    ],
    en: [
      '{open} yuan of the clawback of {batch} line {line} are open, {amount} cannot have come back',
      UNTOUCHED_EN,
      'See what is open with clawbacks --open; reverse the line first if nothing was clawed back',
    ],
  },
  'unused-input': {
    zh: [
      '批次{batch}制单时有 {count} 个文件没有一张表能用',
      '文件里的内容没有进入核算，发放可能因此不对；批次没有审核，台账没有改动',
      '把文件改好，或者不要它，再运行一次 run；然后审核',
    ],
    en: [
      'when {batch} was made, no table of {count} files could be used',
      'What stands in them is in no payment; the batch is not approved and the ledger is untouched',
      'Mend the files or leave them out, run again, then approve',
    ],
  },
  'no-name': {
    zh: ['没有写明操作人', UNTOUCHED, '请用 --by 写明姓名'],
    en: ['nobody is named', UNTOUCHED_EN, 'Name the person with --by'],
  },
  'content-changed': {
    zh: [
      'LED-12 批次{batch}的内容与{when}时不一致',
      '数据被改动过，不能审核、导出或关账',
      '请运行 ledger verify 查明，并联系管理员',
    ],
    en: [
      'LED-12 the content of {batch} is not what it was at {when}',
      'It was altered and cannot go on',
      'Run ledger verify and tell the administrator',
    ],
  },
  'cap-exceeded': {
    zh: ['LED-02 审核后将超过{count}项上限', '整批没有审核，一分未占用', '请用原名册重新 run 生成草稿，再审核'],
    en: [
      'LED-02 approval would break {count} caps',
      'Nothing of the batch is approved',
      'Run again to renew the draft, then approve',
    ],
  },
  'over-budget': {
    zh: [
      'LED-10 批次{batch}审核后将超过{year}年的预算指标',
      '整批没有审核，一分未占用',
      '请先落实指标（改正预算表），或重新 run 一个较小的批次再审核',
    ],
    en: [
      'LED-10 approving {batch} would go over the budget of {year}',
      'Nothing of the batch is approved',
      'Raise the budget first, or run a smaller batch',
    ],
  },
  'unknown-line': {
    zh: ['批次{batch}没有第{line}行', UNTOUCHED, '请用 show 查看行号'],
    en: ['batch {batch} has no line {line}', UNTOUCHED_EN, 'See the line numbers with show'],
  },
  'line-state': {
    zh: ['批次{batch}第{line}行现为“{status}”，不能{action}', UNTOUCHED, '请用 show 核对该行'],
    en: ['line {line} of {batch} is {status}: cannot {action}', UNTOUCHED_EN, 'Look at the line with show'],
  },
  'reversal-amount': {
    zh: ['追回金额应为0.01至{left}元，现为{amount}元', UNTOUCHED, '请改正金额；此前已追回的部分不能再追'],
    en: [
      'the clawback must be 0.01 to {left} yuan, it is {amount}',
      UNTOUCHED_EN,
      'Correct the amount; what was clawed back before is off',
    ],
  },
  'nothing-to-export': {
    zh: ['批次{batch}没有可以送银行的行', UNTOUCHED, '请先更正账户，或作废该批次'],
    en: ['batch {batch} has nothing to send', UNTOUCHED_EN, 'Correct the accounts or void the batch'],
  },
  'exported-before': {
    zh: [
      '批次{batch}已导出过，现有的银行文件仍然有效',
      '同一笔钱送两次银行会付两次',
      '确实要重新导出，请加 --again --reason 原因；旧文件会改名为 作废-…',
    ],
    en: [
      'batch {batch} was exported before and its bank files are still current',
      'The same money sent twice is paid twice',
      'To make new files say --again --reason TEXT; the old ones are renamed 作废-…',
    ],
  },
  'no-lines': {
    zh: ['没有给出行号', UNTOUCHED, '请写明至少一个行号'],
    en: ['no line is named', UNTOUCHED_EN, 'Give at least one line number'],
  },
  conservation: {
    zh: [
      'LED-09 应发≠已付+退回+失败+停发+在途+未送，相差{lines}笔、{amount}元',
      '账不平，批次不能关账',
      '请运行 ledger verify 查明',
    ],
    en: [
      'LED-09 the books do not balance: off by {lines} lines and {amount} yuan',
      'The batch cannot close',
      'Run ledger verify',
    ],
  },
  'bad-content': {
    zh: ['批次内容自相矛盾：{detail}', UNTOUCHED, '请重新 run；若再次出现请报告问题'],
    en: ['the batch contradicts itself: {detail}', UNTOUCHED_EN, 'Run again; if it stays, report it'],
  },
  'bad-result': {
    zh: ['银行结果无法登记：第{line}行{detail}', UNTOUCHED, '请核对回盘文件'],
    en: ['the bank result of line {line} cannot be recorded: {detail}', UNTOUCHED_EN, 'Check the return file'],
  },
  'file-of-other-batch': {
    zh: ['BNK-10 该回盘文件已登记在批次{other}，不属于{batch}', UNTOUCHED, '请核对批次号和文件'],
    en: ['BNK-10 this return file was taken in for {other}, not {batch}', UNTOUCHED_EN, 'Check the batch and the file'],
  },
  'already-imported': {
    zh: ['期初批次{batch}已导入且内容不同', '期初数据只能导入一次，避免重复计数', '请换一个 --name，或核对文件'],
    en: [
      'opening batch {batch} exists with other content',
      'Opening history is taken in once',
      'Choose another --name or check the file',
    ],
  },
  'imported-elsewhere': {
    zh: [
      'FIL-04 这些发放已作为期初批次{other}导入，不能再作为{batch}导入',
      '同一笔钱计两次，以后就会少发；台账没有改动',
      '不必再导入；如果是另一个月的发放，请用那个月的原表并写明 --period',
    ],
    en: [
      'FIL-04 these payments were imported as {other} and cannot be imported as {batch} too',
      'Counted twice, they would cut later payments; the ledger is unchanged',
      'Nothing to do; for another month take its own list and name its --period',
    ],
  },
  'not-reissuable': {
    zh: ['批次{batch}第{line}行现为“{status}”，不能补发', UNTOUCHED, '只有失败或退回的行可以补发'],
    en: [
      'line {line} of {batch} is {status}: it cannot be paid again',
      UNTOUCHED_EN,
      'Only failed or returned lines can be reissued',
    ],
  },
  'already-reissued': {
    zh: [
      'LED-11 批次{batch}第{line}行已在批次{other}补发',
      '同一行只能补发一次，以免重复发放',
      '如补发后又失败，请对批次{other}再做补发',
    ],
    en: [
      'LED-11 line {line} of {batch} is already reissued in {other}',
      'A line is reissued once, lest it be paid twice',
      'If that failed too, reissue {other}',
    ],
  },
};

/** Words of a fault in one language, with its values filled in. */
export function faultText(reason: LedgerFaultReason, params: FaultParams, lang: Lang): LedgerFaultText {
  const [what, why, how] = TEXTS[reason][lang];
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = params[name] ?? '';
      return typeof value === 'object' ? value[lang] : String(value);
    });
  return { what: fill(what), why: fill(why), how: fill(how) };
}
