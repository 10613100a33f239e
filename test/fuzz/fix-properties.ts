import type { Problem } from '../../server/core/check';
import type { Fix } from '../../server/core/rules/rule';
import { stillKnown } from '../../server/core/still-known';
import { changedModel, commentsKept, modelOf } from './edited-model';
import type { Examined, Property } from './examined';

export const fixProperties: readonly Property[] = [
  {
    code: 'P5',
    says: 'every fix that is offered removes its problem and adds no error',
    oneIn: 4,
    fault(document) {
      const { subject, spec, facts, checked, random } = document;
      const mendable = checked.problems.filter(({ fixes }) => fixes.length > 0);
      if (mendable.length === 0) return undefined;
      const problem = random.pick(mendable);
      for (const fix of subject.soundFixes(spec, facts, problem)) {
        const fault = soundFault(document, problem, fix);
        if (fault !== undefined) return `${problem.code}, "${fix.title}": ${fault}`;
      }
      return undefined;
    },
  },
  {
    code: 'P6',
    says: 'applying all preferred fixes comes to an end within twenty fixes, at which none is left',
    oneIn: 10,
    fault({ subject, spec, facts }) {
      const { spec: mended, applied } = subject.mend(spec, facts);
      if (applied.length > 20)
        return `${applied.length} fixes were applied: ${applied.slice(0, 30).join('; ')}`;
      const more = subject.mend(mended, stillKnown(facts, spec, mended)).applied;
      return more.length === 0 ? undefined : `There was more to mend: ${more.join('; ')}`;
    },
  },
  {
    code: 'P7',
    says: 'the edits of a fix do not overlap, change what they say and nothing else, and keep every comment',
    oneIn: 10,
    fault(document) {
      for (const { code, fixes } of document.checked.problems.slice(0, 20)) {
        for (const fix of fixes) {
          const fault = editFault(document, fix);
          if (fault !== undefined) return `${code}, "${fix.title}": ${fault}`;
        }
      }
      return undefined;
    },
  },
];

function soundFault(
  { subject, spec, text, facts, checked }: Examined,
  { code, severity }: Problem,
  fix: Fix,
) {
  const mended = subject.parseSpec(subject.applyTextEdits(text, subject.textEdits(spec, fix.edits)));
  if (mended.syntax.length > 0) return `The text cannot be read any more: ${mended.text}`;
  const after = subject.check(mended, stillKnown(facts, spec, mended)).problems;
  const times = (problems: readonly Problem[]) => problems.filter((problem) => problem.code === code).length;
  const errors = (problems: readonly Problem[]) => problems.filter((one) => one.severity === 'error').length;
  if (times(after) >= times(checked.problems)) return 'The problem is still there.';
  const fewer = severity === 'error' ? 1 : 0;
  return errors(after) > errors(checked.problems) - fewer ? 'There are new errors.' : undefined;
}

function editFault({ subject, spec, text }: Examined, fix: Fix): string | undefined {
  const edits = subject.textEdits(spec, fix.edits);
  if (edits.length === 0) return undefined;
  let end = 0;
  for (const { offset, length } of edits) {
    if (offset < end || length < 0 || offset + length > text.length)
      return 'Two edits overlap, or leave the text.';
    end = offset + length;
  }
  const after = subject.applyTextEdits(text, edits);
  const meant = changedModel(text, fix.edits);
  if (modelOf(after) !== meant) return `It made ${after}`;
  return commentsKept(text, after, fix.edits) ? undefined : `A comment went: ${after}`;
}
