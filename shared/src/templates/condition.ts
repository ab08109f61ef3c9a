import { TypeGuards, type Token, type Value } from 'liquidjs'

export type Names = ReadonlySet<string>

const NONE: Names = new Set()

/** The name of a variable without a path; undefined for `a.b` and `a["b"]`. */
export function plainName(token: Token): string | undefined {
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined
  const [root, ...path] = token.props
  return root && path.length === 0 && TypeGuards.isWordToken(root) ? root.content : undefined
}

/**
 * The variables that surely have a value where a condition holds: `{% if a and b == "x" %}` gives a and b. A variable
 * compared with a literal counts, since an absent one equals none.
 */
export function conditionNames(condition: Value): Names {
  if (condition.filters.length > 0) return NONE
  const stack: { readonly names: Names; readonly literal: boolean }[] = []
  for (const token of condition.initial.postfix) {
    if (!TypeGuards.isOperatorToken(token)) {
      const name = plainName(token)
      stack.push({ names: name === undefined ? NONE : new Set([name]), literal: isLiteral(token) })
      continue
    }
    const right = stack.pop()
    if (token.operator === 'not') {
      stack.push({ names: NONE, literal: false })
      continue
    }
    const left = stack.pop()
    if (left && right) stack.push({ names: namesAfter(token.operator, left, right), literal: false })
  }
  return stack.pop()?.names ?? NONE
}

interface Operand {
  readonly names: Names
  readonly literal: boolean
}

function namesAfter(operator: string, left: Operand, right: Operand): Names {
  if (operator === 'and') return left.names.union(right.names)
  if (operator === 'or') return left.names.intersection(right.names)
  if (operator === '!=') return NONE
  return right.literal ? left.names : left.literal ? right.names : NONE
}

function isLiteral(token: Token): boolean {
  return TypeGuards.isNumberToken(token) || (TypeGuards.isQuotedToken(token) && token.content !== '')
}
