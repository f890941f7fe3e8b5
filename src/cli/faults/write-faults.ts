import { type OutputFault, type OutputFaultReason } from '../../io/output-folder.js';
import { Fault, type FaultText } from './fault.js';

const ZH: Readonly<Record<OutputFaultReason, FaultText>> = {
  'not-writable': { what: '没有写入权限', how: '换一个自己能写的文件夹，或请管理员开通权限' },
  'is-file': { what: '这里应为文件夹，现在有一个同名的文件', how: '换一个文件夹名，或先把那个文件移走' },
  'disk-full': { what: '磁盘空间不够', how: '清理磁盘后重新运行，或写到别的磁盘' },
  'too-long': { what: '文件名或路径太长', how: '换一个短一些的文件夹名' },
  'in-use': { what: '文件正被别的程序（如 Excel、WPS）打开', how: '关闭那个程序后重新运行' },
  'is-input': { what: '它是这次的输入文件或台账，不能写在它上面', how: '用 --out 换一个文件夹，或把台账换一个文件名' },
  failed: { what: '没有写成', how: '检查文件夹所在的磁盘，再重新运行' },
};

const EN: Readonly<Record<OutputFaultReason, FaultText>> = {
  'not-writable': { what: 'it may not be written', how: 'choose a folder of your own, or ask for permission' },
  'is-file': { what: 'should be a folder, is a file', how: 'choose another name, or move that file away' },
  'disk-full': { what: 'the disk is full', how: 'make room and run again, or write to another disk' },
  'too-long': { what: 'the name or path is too long', how: 'choose a shorter name' },
  'in-use': { what: 'the file is open in another program', how: 'close that program and run again' },
  'is-input': {
    what: 'it is an input or the ledger of this command and must not be overwritten',
    how: 'choose another folder with --out, or another name for the ledger',
  },
  failed: { what: 'it was not written', how: 'check the disk and run again' },
};

/** A place that cannot be written: exit code 2, `output-not-writable`, `output-disk-full` … for scripts. */
export function outputFault(error: OutputFault): Fault {
  const { reason, path } = error;
  return new Fault(
    `output-${reason}`,
    { ...ZH[reason], what: `结果写不到 ${path}：${ZH[reason].what}`, why: '没有写出任何文件' },
    { ...EN[reason], what: `cannot write to ${path}: ${EN[reason].what}`, why: 'no file was written' },
    { cause: error },
  );
}
