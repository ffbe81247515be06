/**
 * Keeps Chevrotain from writing prose: each of its errors carries only the name of the token type that was wanted here
 * (empty where a whole construct was), from which `syntax-errors.ts` writes the message of the construct.
 */
import type { IParserErrorMessageProvider } from "chevrotain";

export const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => "",
  buildNoViableAltMessage: () => "",
  buildEarlyExitMessage: () => "",
};
