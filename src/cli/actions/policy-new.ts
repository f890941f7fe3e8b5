import { readAnswers } from '../../io/answers.js';
import { fileExists, writeTextFile } from '../../io/text-file.js';
import { packSkeleton, SKELETON_QUESTIONS, type SkeletonAnswers } from '../../policy/pack/skeleton.js';
import { parsePack } from '../../policy/pack/read-pack.js';
import { Fault, FaultList } from '../faults/fault.js';
import { packFaults } from '../input/open-pack.js';
import type { Invocation } from '../line/command.js';
import type { ExitCode } from '../line/exit-code.js';

/** Asks what a document is and writes a pack that passes its check, to be filled in. Never writes over a file. */
export async function execute({ positional, terminal }: Invocation): Promise<ExitCode> {
  const [path = ''] = positional;
  if (fileExists(path)) throw alreadyThere(path);
  const { lang } = terminal;
  const given = await readAnswers(
    SKELETON_QUESTIONS.map(
      (one) => `${one[lang]}${lang === 'zh' ? `（回车＝${one.otherwise}）：` : ` [${one.otherwise}]: `}`,
    ),
    process.stdin,
    (question) => {
      terminal.note(question);
    },
  );
  const answer = (key: keyof SkeletonAnswers): string => {
    const i = SKELETON_QUESTIONS.findIndex((one) => one.key === key);
    const said = given[i] ?? '';
    return said === '' ? (SKELETON_QUESTIONS[i]?.otherwise ?? '') : said;
  };
  const text = packSkeleton({
    id: answer('id'),
    name: answer('name'),
    number: answer('number'),
    issuer: answer('issuer'),
    province: answer('province'),
    prefecture: answer('prefecture'),
    county: answer('county'),
    from: answer('from'),
    to: answer('to'),
  });
  const { problems } = parsePack(text, path);
  if (problems.length > 0) throw new FaultList(packFaults(problems));
  await writeTextFile(path, text);
  terminal.print(path);
  terminal.note(
    terminal.pick({
      zh: `已写出骨架。下一步：改好后运行 butie policy check ${path}，再运行 butie policy test ${path}`,
      en: `written. Next: fill it in, then butie policy check ${path} and butie policy test ${path}`,
    }),
  );
  return 0;
}

function alreadyThere(path: string): Fault {
  return new Fault(
    'file-exists',
    { what: `${path} 已经有了`, how: '换一个文件名；已有的文件不会被盖掉' },
    { what: `${path} is there already`, how: 'choose another name; nothing is written over it' },
  );
}
