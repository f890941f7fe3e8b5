import { Fault } from '../faults/fault.js';
import { nearest } from './nearest.js';

/** Faults about what was typed. All are exit code 2 and end with what to type instead. */

export function unknownCommand(word: string, names: readonly string[]): Fault {
  const near = nearest(word, names);
  return new Fault(
    'unknown-command',
    {
      what: `没有「${word}」这个命令`,
      how: near === null ? '运行 butie --help 看全部命令' : `最接近的是 ${near}：运行 butie ${near} --help 看用法`,
    },
    {
      what: `there is no command "${word}"`,
      how: near === null ? 'run butie --help for all commands' : `the nearest is ${near}: run butie ${near} --help`,
    },
  );
}

/** `command` is empty for an option before any command. */
export function unknownOption(option: string, command: string, options: readonly string[]): Fault {
  const near = nearest(option, options);
  const line = command === '' ? 'butie' : `butie ${command}`;
  return new Fault(
    'unknown-option',
    {
      what: `${line} 没有选项 ${option}`,
      how: `${near === null ? '' : `最接近的是 ${near}；`}运行 ${line} --help 看全部选项`,
    },
    {
      what: `${line} has no option ${option}`,
      how: `${near === null ? '' : `the nearest is ${near}; `}run ${line} --help for all options`,
    },
  );
}

export function missingValue(flags: string, command: string): Fault {
  return new Fault(
    'missing-value',
    { what: `选项 ${flags} 后面应有值，现为空`, how: `运行 butie ${command} --help 看用法` },
    { what: `option ${flags} needs a value`, how: `run butie ${command} --help` },
  );
}

export function missingOption(flags: string, command: string): Fault {
  return new Fault(
    'missing-option',
    {
      what: `命令 ${command} 应有选项 ${flags}，现没有给`,
      how: `补上 ${flags} 再运行；butie ${command} --help 有例子`,
    },
    { what: `command ${command} needs ${flags}`, how: `add ${flags}; butie ${command} --help has examples` },
  );
}

export function missingArgument(command: string, name: { readonly zh: string; readonly en: string }): Fault {
  return new Fault(
    'missing-argument',
    { what: `命令 ${command} 应给出${name.zh}，现没有给`, how: `运行 butie ${command} --help 看用法和例子` },
    { what: `command ${command} needs ${name.en}`, how: `run butie ${command} --help for usage and examples` },
  );
}

export function surplusArgument(command: string, surplus: readonly string[]): Fault {
  return new Fault(
    'surplus-argument',
    {
      what: `命令 ${command} 用不上多出来的「${surplus.join(' ')}」`,
      how: `文件名里有空格时请加引号；运行 butie ${command} --help 看用法`,
    },
    {
      what: `command ${command} has no use for "${surplus.join(' ')}"`,
      how: `put file names with blanks in quotes; run butie ${command} --help`,
    },
  );
}

export function badChoice(option: string, value: string, choices: readonly string[]): Fault {
  return new Fault(
    'bad-choice',
    { what: `选项 ${option} 应为 ${choices.join('、')} 之一，现为「${value}」`, how: '改成其中一个再运行' },
    { what: `option ${option} should be one of ${choices.join(', ')}, found "${value}"`, how: 'use one of them' },
  );
}

export function givenTwice(option: string, values: readonly string[]): Fault {
  return new Fault(
    'given-twice',
    { what: `选项 ${option} 应只有一个值，现有 ${values.join('、')}`, how: '只留一个再运行' },
    { what: `option ${option} takes one value, found ${values.join(', ')}`, how: 'keep one of them' },
  );
}

/** A value of an option that does not say what it should: `code` such as `bad-period`. */
export function badValue(
  code: string,
  option: string,
  value: string,
  should: { readonly zh: string; readonly en: string },
  how: { readonly zh: string; readonly en: string },
): Fault {
  return new Fault(
    code,
    { what: `选项 ${option} 应为${should.zh}，现为「${value}」`, how: how.zh },
    { what: `option ${option} should be ${should.en}, found "${value}"`, how: how.en },
  );
}
