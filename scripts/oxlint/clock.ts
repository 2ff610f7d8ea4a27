/** A rule of our own for oxlint, which can forbid `Date.now` by itself, but not `new Date()` without arguments. */

interface NewExpression {
  readonly callee: { readonly name?: string };
  readonly arguments: readonly unknown[];
}

interface RuleContext {
  report(problem: { node: NewExpression; message: string }): void;
}

const noNewDate = {
  create: (context: RuleContext) => ({
    NewExpression: (node: NewExpression) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0)
        context.report({ node, message: 'Take the time from the Clock port, so tests can move it.' });
    },
  }),
};

export default { meta: { name: 'clock' }, rules: { 'no-new-date': noNewDate } };
