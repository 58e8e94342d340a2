/**
 * The language in which the table of gateways says what a request must be. All of it is typed by the parameters, so that
 * a misspelt path, pay method, condition or value does not compile. `validation/` and the documents read it.
 */
import type { KnownPayMethod } from '../types/codes.ts'
import type { ParameterPath, ParameterText, ParameterValue } from '../types/request.ts'

/** One or several of something, where several mean "any of these". */
type AnyOf<Item> = Item | readonly Item[]

/** A parameter, and the texts or the pattern that its value has to match for a condition to be met. */
type TextCondition = {
  [Path in ParameterPath]: [ParameterText<Path>] extends [never]
    ? { readonly path: Path; readonly matches: RegExp }
    :
        | { readonly path: Path; readonly is: AnyOf<ParameterText<Path>> }
        | { readonly path: Path; readonly matches: RegExp }
}[ParameterPath]

/** The conditions under which a rule holds. All that are given must be met. */
export interface When {
  /** The pay method is one of these. A request without one pays by `card`. */
  readonly pay_method?: AnyOf<KnownPayMethod>
  /** The request is made on such a device. An iPad that poses as a Mac is a phone. */
  readonly device?: 'pc' | 'phone'
  /** The request asks for escrow. */
  readonly escrow?: true
  /** This parameter is given, and neither false, 0 nor blank. */
  readonly given?: ParameterPath
  /** This parameter has such a value. */
  readonly text?: TextCondition
  /** None of these conditions is met. */
  readonly not?: When | readonly When[]
}

/** What all rules have. */
interface RuleBase {
  /** Where the rule holds. Not given: always. */
  readonly when?: When
  /**
   * The rule is a warning: documents disagree, only a type says so, or a real request without it works somewhere. Not given:
   * the rule is an error.
   */
  readonly warn?: true
}

/** The parameter must be given, and of its type. */
export interface NeedRule extends RuleBase {
  readonly need: ParameterPath
}

/** The parameter must not be given. */
export interface RefuseRule extends RuleBase {
  readonly refuse: ParameterPath
}

/** The parameter must not have this value. */
type ForbidRule = {
  [Path in ParameterPath]: [ParameterText<Path>] extends [never]
    ? never
    : RuleBase & { readonly forbid: Path; readonly value: ParameterText<Path> }
}[ParameterPath]

/** The values that a rule may name of a parameter: texts that its type lists, or true and false. */
type ListedValue<Path extends ParameterPath> =
  | ParameterText<Path>
  | (ParameterValue<Path> extends boolean ? boolean : never)

/** The parameter, where it is given, must have one of these values. */
type AllowRule = {
  [Path in ParameterPath]: [ListedValue<Path>] extends [never]
    ? never
    : RuleBase & { readonly allow: Path; readonly values: readonly ListedValue<Path>[] }
}[ParameterPath]

/** The parameter, where it is given, must look like this as a whole. */
export interface MatchRule extends RuleBase {
  readonly match: ParameterPath
  readonly pattern: RegExp
}

/** The parameter, where it is given, must not have such a character. */
export interface AvoidRule extends RuleBase {
  readonly avoid: ParameterPath
  readonly characters: RegExp
  /** What people call these characters. */
  readonly called: string
}

/** The parameter must not be longer: in characters as people count them, or in bytes of UTF-8. */
export type LimitRule = RuleBase & { readonly limit: ParameterPath } & (
    | { readonly characters: number }
    | { readonly bytes: number }
  )

/** The parameters whose values are numbers, or lists of numbers. */
type NumberPath = {
  [Path in ParameterPath]: ParameterValue<Path> extends number | readonly number[] ? Path : never
}[ParameterPath]

/** The number, where it is given and not 0, must not be less. An amount is in the currency's main unit. */
export interface AtLeastRule extends RuleBase {
  readonly atLeast: number
  readonly of: NumberPath
}

/** The number, where it is given, must not be more; nor must any number of a list. */
export interface AtMostRule extends RuleBase {
  readonly atMost: number
  readonly of: NumberPath
}

/** One rule of a gateway. */
export type Rule =
  | NeedRule
  | RefuseRule
  | ForbidRule
  | AllowRule
  | MatchRule
  | AvoidRule
  | LimitRule
  | AtLeastRule
  | AtMostRule
