export { openAccount } from './account';
export type { AccountOptions, Deadlines, OpenAccount } from './account';
export { chooseConnection, listProfiles } from './profiles';
export type { Connection } from './profiles';
export { routeTo } from './endpoint';
export type { Route } from './endpoint';
