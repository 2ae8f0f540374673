import { createRequire } from 'node:module';
import { type NodePath, type PluginItem, type PluginObj, type types as t, transformSync } from '@babel/core';

const { resolve } = createRequire(import.meta.url);

/**
 * Models the intended change in waiting.
 *
 * Before the rewrite, a call with callbacks returned nothing, so an `await` with an unused value did not
 * wait; the rewrite removes that `await`. In a trace it takes no turn of the event loop either way. The same
 * applies to an `await` of the platform itself, as in `await import('@tarojs/taro')`.
 */
function modelAwaits({ types }: { types: typeof t }): PluginObj {
  const call = (name: string, ...args: t.Expression[]) => types.callExpression(types.identifier(name), args);
  return {
    visitor: {
      CallExpression(path) {
        if (path.get('callee').isImport()) {
          path.replaceWith(call('__import', path.node.arguments[0] as t.Expression));
        }
      },
      AwaitExpression: {
        exit(path) {
          const isUnused =
            wrapped(path).parentPath?.isExpressionStatement() && callsApi(path.get('argument'));
          const isDone = call(isUnused ? '__isIdle' : '__isPlatform', path.node.argument);
          const result = types.identifier('__awaited');
          const waits = types.awaitExpression(types.identifier('__awaited'));
          path.replaceWith(types.conditionalExpression(isDone, result, waits));
          path.skip();
        },
      },
    },
  };
}

function wrapped(path: NodePath): NodePath {
  return path.parentPath && isWrapper(path.parentPath) ? wrapped(path.parentPath) : path;
}

function unwrapped(path: NodePath): NodePath {
  return isWrapper(path) ? unwrapped(path.get('expression') as NodePath) : path;
}

function isWrapper(path: NodePath): boolean {
  return /^(TS(As|Satisfies|NonNull)Expression|TSTypeAssertion|ParenthesizedExpression)$/.test(
    path.node.type,
  );
}

/**
 * Whether an expression calls an API by a name that the engine follows. A function that is passed on always
 * returns a promise.
 */
function callsApi(path: NodePath): boolean {
  const value = unwrapped(path);
  if (!value.isCallExpression() && !value.isOptionalCallExpression()) return false;
  let callee = unwrapped(value.get('callee') as NodePath);
  while (callee.isSequenceExpression()) callee = unwrapped(callee.get('expressions').at(-1)!);
  if (callee.isMemberExpression() || callee.isOptionalMemberExpression()) {
    return /Record|Voice|KEY/.test(callee.get('property').toString());
  }
  if (!callee.isIdentifier()) return false;
  const declared = callee.scope.getBinding(callee.node.name)?.path;
  if (declared?.isImportSpecifier()) return true;
  return declared?.isVariableDeclarator() === true && declared.get('id').isObjectPattern();
}

const PLUGINS: readonly PluginItem[] = [
  modelAwaits,
  [resolve('@babel/plugin-transform-react-jsx'), { pragma: 'h' }],
  resolve('@babel/plugin-transform-modules-commonjs'),
];
const TYPESCRIPT: PluginItem[] = [resolve('@babel/preset-typescript')];

/**
 * Compiles a program into a CommonJS module for Node's `vm`. Scripts stay sloppy.
 * @param plugin a plugin that runs before all others, like a user's
 */
export function compile(text: string, filename: string, plugin?: PluginItem): string {
  const result = transformSync(text.replace(/^\uFEFF/, '').replace(/^#!.*/, ''), {
    filename,
    cwd: '/app',
    configFile: false,
    babelrc: false,
    sourceType: 'unambiguous',
    plugins: [...(plugin ? [plugin] : []), ...PLUGINS],
    presets: /\.tsx?$/.test(filename) ? TYPESCRIPT : [],
  });
  return result!.code!;
}
