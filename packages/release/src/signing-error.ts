import { ToldError } from '@tamizdat/problem';

/** Why a release could not be made, or a key not used. */
export class SigningError extends ToldError {
  override name = 'SigningError';
}
