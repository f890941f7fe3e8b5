import { readPackFile } from './read-pack-file.js';
import { loadPack, packIds } from '../../io/packs.js';
import type { Pack, PackProblem } from '../../policy/pack/pack.js';
import { settingProblems } from '../../policy/pack/settings.js';
import { Fault, FaultList } from '../faults/fault.js';
import { nearest } from '../line/nearest.js';
import type { CommonOptions } from '../line/options.js';

export interface OpenedPack {
  readonly pack: Pack;
  readonly file: string;
  readonly text: string;
  /** sha256 of the pack's text, hex. */
  readonly sha256: string;
}

/**
 * Loads a pack by id or path. Throws Fault for an unknown id, a file with problems (each with line and column), a draft
 * document without `--allow-draft-policy`, and readings or parameters the pack does not have.
 */
export async function openPack(
  idOrPath: string,
  options: Pick<CommonOptions, 'allowDraftPolicy' | 'readings' | 'parameters'>,
): Promise<OpenedPack> {
  const found = await loadPack(idOrPath);
  if (found === null) throw unknownPolicy(idOrPath, await packIds());
  const { pack, problems, sha256 } = await readPackFile(found);
  if (pack === null) {
    throw new FaultList(packFaults(problems));
  }
  if (pack.document.status === 'draft' && !options.allowDraftPolicy) throw draftPolicy(pack);
  const settings = settingProblems(pack, options.readings, options.parameters);
  if (settings.length > 0) {
    throw new FaultList(
      settings.map(
        (problem) =>
          new Fault(
            'bad-setting',
            { what: problem.zh, how: `butie policy show ${pack.id} 列出全部理解和参数` },
            { what: problem.en, how: `butie policy show ${pack.id} lists readings and parameters` },
          ),
      ),
    );
  }
  return { ...found, pack, sha256 };
}

/** The mistakes of a pack as faults, each with line and column. */
export function packFaults(problems: readonly PackProblem[]): Fault[] {
  return problems.map((problem) => {
    const place = `${problem.file}:${problem.line}:${problem.column}`;
    const how = { zh: '改好后用 butie policy check 再查一遍', en: 'put it right and run butie policy check' };
    return new Fault(
      'bad-pack',
      { what: `${place} ${problem.zh}`, how: how.zh },
      { what: `${place} ${problem.en}`, how: how.en },
    );
  });
}

/** There is no pack of that id; the fault names the nearest and all there are. */
export function unknownPolicy(id: string, ids: readonly string[]): Fault {
  const near = nearest(id, ids);
  const list = ids.join('、');
  return new Fault(
    'unknown-policy',
    {
      what: `没有编号为「${id}」的政策包`,
      how: `${near === null ? '' : `最接近的是 ${near}；`}现有：${list}；自己的政策包请给出 .yaml 文件的路径`,
    },
    {
      what: `there is no policy pack "${id}"`,
      how: `${near === null ? '' : `the nearest is ${near}; `}there are: ${ids.join(', ')}; for a pack of your own give the path of its .yaml file`,
    },
  );
}

function draftPolicy(pack: Pack): Fault {
  return new Fault(
    'draft-policy',
    {
      what: `「${pack.document.title}」是征求意见稿，还不是生效的文件`,
      why: '不能按征求意见稿付款',
      how: '只是试算或监测时，加 --allow-draft-policy',
    },
    {
      what: `${pack.nameEn} is a draft for comment, not a document in force`,
      why: 'nothing may be paid by a draft',
      how: 'for a trial or for monitoring add --allow-draft-policy',
    },
  );
}
