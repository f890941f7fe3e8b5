/**
 * `unseen`: the household or the data behind it is not in this month's files, so that nothing can be struck off.
 * `struck-off`: a person answers for it being settled, and the data are those that they saw.
 */
export type Progress = 'new' | 'still-open' | 'cleared' | 'unseen' | 'struck-off';

/** Whether a problem still asks for work. */
export function isOpen(progress: Progress): boolean {
  return progress !== 'cleared' && progress !== 'struck-off';
}
