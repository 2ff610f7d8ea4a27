import { badRequest } from '../graphError.ts';

/** The part of OData's $filter that Graph supports on directory objects: https://learn.microsoft.com/en-us/graph/filter-query-parameter */
export type Literal = string | boolean | number | null;
export type Comparison = 'eq' | 'ne' | 'ge' | 'le' | 'in' | 'startsWith' | 'endsWith';

export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; of: Filter }
  | { kind: 'any'; property: string; variable: string; of: Filter }
  | { kind: 'compare'; operator: Comparison; property: string; values: readonly Literal[] };

interface Token {
  kind: 'word' | 'literal' | 'mark' | 'end';
  text: string;
  value?: Literal;
}

const TOKEN =
  /\s*(?:'((?:[^']|'')*)'|([(),:])|(\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?)|(-?\d+(?:\.\d+)?(?=[\s),]|$))|([A-Za-z_][\w./-]*))/y;
const KEYWORDS: Record<string, Literal> = { true: true, false: false, null: null };

/** @throws GraphError 400 for anything that is not a filter. */
export function parseFilter(text: string): Filter {
  const parser = new FilterParser(tokenize(text));
  return parser.parse();
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw invalid(`Syntax error at position ${at}`, text);
    tokens.push(tokenOf(match));
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function tokenOf([, quoted, mark, moment, number, word]: RegExpExecArray): Token {
  if (quoted !== undefined) return literal(quoted, quoted.replaceAll("''", "'"));
  if (mark !== undefined) return { kind: 'mark', text: mark };
  if (moment !== undefined) return literal(moment, moment);
  if (number !== undefined) return literal(number, Number(number));
  const text = word ?? '';
  return Object.hasOwn(KEYWORDS, text) ? literal(text, KEYWORDS[text] ?? null) : { kind: 'word', text };
}

function literal(text: string, value: Literal): Token {
  return { kind: 'literal', text, value };
}

function invalid(message: string, text: string) {
  return badRequest(`Invalid filter clause: ${message} in '${text}'.`);
}

class FilterParser {
  #tokens: Token[];
  #at = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  parse(): Filter {
    const filter = this.#or();
    if (this.#peek().kind !== 'end') throw this.#unexpected();
    return filter;
  }

  #or(): Filter {
    let left = this.#and();
    while (this.#takeWord('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Filter {
    let left = this.#unary();
    while (this.#takeWord('and')) left = { kind: 'and', left, right: this.#unary() };
    return left;
  }

  #unary(): Filter {
    if (this.#takeWord('not')) return { kind: 'not', of: this.#unary() };
    if (this.#takeMark('(')) {
      const inner = this.#or();
      this.#expectMark(')');
      return inner;
    }
    return this.#condition();
  }

  #condition(): Filter {
    const word = this.#expectWord();
    if (/^(starts|ends)with$/i.test(word)) return this.#call(word);
    if (word.endsWith('/any') && this.#takeMark('(')) return this.#any(word.slice(0, -'/any'.length));
    const operator = this.#expectWord();
    if (operator === 'in') return { kind: 'compare', operator, property: word, values: this.#list() };
    if (operator !== 'eq' && operator !== 'ne' && operator !== 'ge' && operator !== 'le') {
      throw badRequest(`Invalid filter clause: the operator '${operator}' is not supported.`);
    }
    return { kind: 'compare', operator, property: word, values: [this.#literal()] };
  }

  #call(name: string): Filter {
    const operator = /^starts/i.test(name) ? 'startsWith' : 'endsWith';
    this.#expectMark('(');
    const property = this.#expectWord();
    this.#expectMark(',');
    const value = this.#literal();
    this.#expectMark(')');
    // startsWith(x,'a') eq true is how some clients write it.
    if (this.#takeWord('eq') && this.#literal() !== true) throw this.#unexpected();
    return { kind: 'compare', operator, property, values: [value] };
  }

  #any(property: string): Filter {
    const variable = this.#expectWord();
    this.#expectMark(':');
    const of = this.#or();
    this.#expectMark(')');
    return { kind: 'any', property, variable, of };
  }

  #list(): Literal[] {
    this.#expectMark('(');
    const values = [this.#literal()];
    while (this.#takeMark(',')) values.push(this.#literal());
    this.#expectMark(')');
    return values;
  }

  #literal(): Literal {
    const token = this.#peek();
    if (token.kind !== 'literal' || token.value === undefined) throw this.#unexpected();
    this.#at += 1;
    return token.value;
  }

  #expectWord(): string {
    const token = this.#peek();
    if (token.kind !== 'word') throw this.#unexpected();
    this.#at += 1;
    return token.text;
  }

  #takeWord(text: string): boolean {
    return this.#take('word', text);
  }

  #takeMark(text: string): boolean {
    return this.#take('mark', text);
  }

  #expectMark(text: string): void {
    if (!this.#takeMark(text)) throw this.#unexpected();
  }

  #take(kind: Token['kind'], text: string): boolean {
    const token = this.#peek();
    if (token.kind !== kind || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '' };
  }

  #unexpected() {
    return badRequest(`Invalid filter clause: unexpected '${this.#peek().text}' at token ${this.#at + 1}.`);
  }
}
