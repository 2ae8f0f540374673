import type { Node } from '@babel/types';
import type { NodePath } from '../../ast/node-path';
import { wrapped } from '../../ast/syntax';
import { ignored, rewritten } from '../../messages/reasons';
import { type Decision, replacementOf } from '../classify/decision';
import { type FeatureTest, featureTestOf } from '../resolve/feature-test';
import { guardedBy } from '../resolve/guarded-code';
import type { Pass } from './pass';

const TYPESCRIPT = /\.[cm]?tsx?$/;

/**
 * TypeScript reports `if (wx.old) …` unless the guarded code calls `wx.old`. So a test that stays although its calls are
 * rewritten becomes a `typeof` test. If the code uses its value, it becomes `wx.old! && …`, which TypeScript does not report
 * and which has the same value and type.
 */
export const typeTests: Pass = (decisions, { options }) => {
  if (!TYPESCRIPT.test(options.filename)) return decisions;
  const replaced = decisions.filter(replacementOf);
  return decisions.map((decision) => {
    const test = replaced.length > 0 && decision.reason.id === ignored.featureTest().id && bareTest(decision);
    if (!test) return decision;
    const { path, form } = test;
    const guarded = guardedBy(path);
    const isGuarded = ({ api, path: { node } }: Decision) =>
      api === decision.api && guarded.some(({ start, end }) => start! <= node.start! && node.end! <= end!);
    if (!replaced.some(isGuarded)) return decision;
    return form === 'guard'
      ? { ...decision, reason: rewritten.testedAsNonNull(), changes: [{ kind: 'non-null-test', path }] }
      : { ...decision, reason: rewritten.testedByType(), changes: [{ kind: 'typeof-test', path }] };
  });
};

/** The function itself, if TypeScript reports its test. */
function bareTest({ path }: Decision): FeatureTest | undefined {
  const { parentPath: parent } = path;
  const isMember = parent?.isMemberExpression() && path.key === 'property';
  const expression = (isMember ? parent : path) as NodePath<Node>;
  if (!expression.isExpression()) return undefined;
  const test = featureTestOf(expression);
  const { node } = wrapped(expression);
  if (test?.path.node !== node) return undefined;
  const isReported = test.form === 'supported' || (test.form === 'guard' && node === expression.node);
  return isReported ? test : undefined;
}
