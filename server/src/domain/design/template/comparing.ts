import { defaultOperators, toValue, type Context, type Operators } from 'liquidjs';

type Compare = (one: unknown, other: unknown, context: Context) => ReturnType<Operators[string]>;

/** What is blank is no value to Liquid, and an empty text to whoever writes `{% if mobilePhone != "" %}`. */
const beside = (other: unknown, value: unknown): unknown => (toValue(other) === '' ? (toValue(value) ?? '') : value);

const asCompared = (name: '==' | '!='): Compare => {
  const compare = defaultOperators[name] as Compare;
  return (one, other, context) => compare(beside(other, one), beside(one, other), context);
};

export const operators: Operators = { ...defaultOperators, '==': asCompared('=='), '!=': asCompared('!=') };
