import { maskId } from '../../domain/masking.js';
import type { Target } from '../../policy/assess/assessment.js';
import type { Subject } from '../../policy/measures/measure.js';
import type { Pack } from '../../policy/pack/pack.js';
import { problemId, shownHousehold, type MonitoredPack, type OpenProblem } from './monitoring.js';

/** One line of who or what stands in the way of a target: a subject, or the target itself where nothing can be named. */
export interface MissedTarget {
  readonly pack: Pack;
  readonly target: Target;
  readonly name: string;
  readonly clauseId: string;
  /** 责任单位 of the clause; empty where the document names none. */
  readonly duty: readonly string[];
  readonly subject: Subject | null;
  /** The id of the subject as outputs show it: an ID number masked. */
  readonly shown: string | null;
  readonly problemId: string;
}

/** Every target that was missed or could not be decided, with those in its way; parts are listed where they alone name them. */
export function missedTargets(packs: readonly Pick<MonitoredPack, 'pack' | 'targets'>[]): MissedTarget[] {
  const missed: MissedTarget[] = [];
  for (const { pack, targets } of packs)
    for (const target of targets) {
      if (target.status !== 'missed' && target.status !== 'undecided') continue;
      if (!target.whole && target.subjects.length === 0) continue;
      const rule = pack.targets.find(({ id }) => id === target.target);
      const about = {
        pack,
        target,
        name: rule?.name ?? target.target,
        clauseId: rule?.clause ?? '',
        duty: pack.duty[rule?.clause ?? ''] ?? [],
      };
      if (target.subjects.length === 0)
        missed.push({ ...about, subject: null, shown: null, problemId: targetProblemId(target, pack) });
      for (const subject of target.subjects)
        missed.push({
          ...about,
          subject,
          shown: shownSubject(subject),
          problemId: subjectProblemId(target, pack, subject),
        });
    }
  return missed;
}

/** The number of a missed target as such. */
export function targetProblemId(target: Pick<Target, 'target' | 'scope'>, pack: Pick<Pack, 'id'>): string {
  return problemId('target', `${pack.id}/${target.target}`, target.scope);
}

/** The number of one subject of a target: the same from month to month, whatever place of the target it is counted under. */
function subjectProblemId(target: Pick<Target, 'target'>, pack: Pick<Pack, 'id'>, subject: Subject): string {
  const whose = [
    subject.kind,
    shownSubject(subject) ?? '',
    subject.name ?? '',
    shownHousehold(subject.householdId ?? ''),
  ];
  return problemId('target', `${pack.id}/${target.target}`, whose.join('|'));
}

function shownSubject({ kind, id }: Subject): string | null {
  if (id === null) return null;
  return kind === 'person' ? maskId(id) : shownHousehold(id);
}

/** One problem a subject. A subject of which nothing is known is told as such, not as missed. */
export function subjectProblems(packs: readonly MonitoredPack[]): OpenProblem[] {
  const problems = new Map<string, OpenProblem>();
  for (const { pack, target, name, subject, problemId: id } of missedTargets(packs))
    if (subject !== null)
      problems.set(id, {
        id,
        kind: 'target',
        what: target.target,
        name,
        policies: [pack.id],
        level: subject.known ? 'warning' : 'info',
        undecided: !subject.known,
        householdId: subject.householdId === null ? null : shownHousehold(subject.householdId),
        who: subject.name,
        township: subject.township,
        community: subject.community,
        clauses: [target.clause],
        reason: [subject.known ? '未达到' : '资料不全，未能判定', subject.value ?? ''].filter(Boolean).join('：'),
        scope: null,
      });
  return [...problems.values()];
}

/** The targets of one office only. `office` as the documents write it or short (人社局); throws nothing, gives none if unknown. */
export function ofOffice(missed: readonly MissedTarget[], office: string | null): readonly MissedTarget[] {
  return office === null ? missed : missed.filter(({ duty }) => duty.some((one) => isOffice(one, office)));
}

/** Whether a short name means an office: 人社局 is 县人力资源社会保障局, its characters standing there in their order. */
export function isOffice(office: string, short: string): boolean {
  let at = 0;
  for (const character of office) if (character === short[at]) at += 1;
  return at === short.length;
}
