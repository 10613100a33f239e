import { parse, type Shape } from '../wire/shape';
import type { Region, World } from '../state/world';

/** One request on its way through an operation. */
export interface Call {
  readonly world: World;
  /** The Region that the request was signed for. */
  readonly region: Region;
  readonly now: number;
  /** Uses up a share of the account's rate of changes. @throws ApiError `ThrottlingException` when there is none left */
  spend(share?: number): void;
}

/** An operation of the service: reads its input and answers with its output, or throws an ApiError. */
export type Operation = (input: unknown, call: Call) => object | Promise<object>;

/** An operation that answers only input of the given shape. */
export function operation<T>(
  shape: Shape<T>,
  answer: (input: T, call: Call) => object | Promise<object>,
): Operation {
  return (input, call) => answer(parse(shape, input), call);
}
