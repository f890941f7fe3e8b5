import { isFilled } from '../../domain/evidence.js';
import { readPrintedChoice } from '../../domain/printed-choice.js';
import type { HouseholdGroup } from '../assess/roster-groups.js';
import type { Truth } from '../assess/three-valued.js';
import type { YesNoValue } from '../kinds/rule-kind.js';
import type { Fact, FactContext } from './fact.js';

/**
 * What a household says of having been relocated: `both` where 搬迁批次 names a batch and 户类型 denies it, `nothing`
 * where neither says anything. Classes of poverty and monitoring (脱贫户, 监测对象 …) say nothing of it.
 */
export type MoverStatement = 'yes' | 'no' | 'both' | 'nothing';

const MOVED = /搬迁|移民|迁徙/;
/** 非搬迁户, 未搬迁, 不是生态移民, 搬迁户：否. */
const NOT_MOVED = new RegExp(
  '(?:非|未|不|不是|不属于|没有?|拟|待|计划|申请|取消|退出|放弃|拒绝)(?:易地|异地|生态|扶贫|政策性|劳务|工程|水库|避险|自主|集中|分散|十[一二三四]五|的)*(?:搬迁|移民|迁徙)' +
    '|(?:搬迁|移民|迁徙)户?[:：(（\\s]*(?:否|不是|×|N|已?取消|已?放弃|已?退出|未入住|未搬)[)）]?$' +
    '|^(?:否|没搬|未搬|不搬)$',
);
/** 一般农户, 本地户, 非…: words for those who were not relocated. 一般贫困户 is a class of poverty. */
const SETTLED = /(?:一般|普通)(?:户|农户|居民|村民|群众|家庭|农民)|本地|当地|本村|原住|坐地|土著|非/;
/** A batch column that answers 否 or 非搬迁 instead of naming a batch. */
const NO_BATCH = /^(?:非|未|不|没)/;

/** 搬迁批次 filled and not with a refusal, or 户类型 contains 搬迁, 移民 or 迁徙 and not 非. */
export function moverStatement(household: HouseholdGroup | null): MoverStatement {
  const batch = chosen(household?.row?.relocationBatch ?? null);
  const type = household?.row?.householdType ?? null;
  const ofType = typeSays(type);
  if (batch === null) return ofType;
  if (isFilled(batch) && !NO_BATCH.test(batch)) return ofType === 'no' || ofType === 'both' ? 'both' : 'yes';
  return ofType === 'nothing' ? 'no' : ofType;
}

/** What is ticked where the cell is a printed choice, null where nothing is. */
function chosen(text: string | null): string | null {
  const choice = text === null ? null : readPrintedChoice(text);
  return choice === null ? text : choice.ticked.join('、') || null;
}

/** ☑搬迁户 □非搬迁户 says what is ticked; two boxes that contradict each other say both. */
function typeSays(type: string | null): MoverStatement {
  const choice = type === null ? null : readPrintedChoice(type);
  if (choice === null) return wordSays(type);
  const said = new Set(choice.ticked.map(wordSays).filter((one) => one !== 'nothing'));
  const [only] = said;
  return only === undefined ? 'nothing' : said.size > 1 ? 'both' : only;
}

function wordSays(type: string | null): MoverStatement {
  if (type === null) return 'nothing';
  if (NOT_MOVED.test(type)) return 'no';
  if (MOVED.test(type)) return type.includes('非') ? 'both' : 'yes';
  return SETTLED.test(type) ? 'no' : 'nothing';
}

/** Whether a household was relocated; null where it says nothing or contradicts itself. */
export function isMover(household: HouseholdGroup | null): Truth {
  const says = moverStatement(household);
  return says === 'yes' ? true : says === 'no' ? false : null;
}

/** What a benefit asks: by the reading `mover`, a household that says nothing is taken as relocated, with a warning. */
function moverValue(household: HouseholdGroup | null, context: FactContext): YesNoValue {
  const row = household?.row ?? null;
  if (row !== null) context.use(row, '搬迁批次', '户类型');
  switch (moverStatement(household)) {
    case 'yes':
      return { is: true, why: 'mover' };
    case 'no':
      return { is: false, why: 'not-mover' };
    case 'both':
      return { is: null, why: 'mover-contradicts' };
    case 'nothing':
      return context.reading('mover') === 'strict'
        ? { is: null, why: 'mover-blank' }
        : { is: true, why: 'mover-assumed', remark: 'mover-blank' };
  }
}

/** The fact `mover` for payees of whatever kind, by the household they belong to. */
export function moverFact<Subject>(
  householdOf: (subject: Subject) => HouseholdGroup | null,
): Fact<Subject, YesNoValue> {
  return {
    name: 'mover',
    zh: '搬迁户',
    en: 'relocated household',
    readings: [{ id: 'mover', choices: ['lenient', 'strict'] }],
    compute: (subject, context) => moverValue(householdOf(subject), context),
  };
}
