/** A typical jscodeshift transform, which parses every file and then searches its AST. */
module.exports = function transform({ source }, { jscodeshift }) {
  const root = jscodeshift(source);
  const calls = root.find(jscodeshift.CallExpression).filter(({ node: { callee } }) => {
    return callee.object?.name === 'Taro' && /^(start|stop)Record$/.test(callee.property.name);
  });
  if (calls.length === 0) return undefined;
  for (const { node } of calls.paths()) {
    node.callee = jscodeshift.memberExpression(
      jscodeshift.identifier('recorder'),
      jscodeshift.identifier(node.callee.property.name.slice(0, -'Record'.length)),
    );
  }
  return root.toSource();
};
