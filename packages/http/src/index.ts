export { type Answer, HttpClient, USER_AGENT } from './http-client.ts';
export { HttpFault, silence, toFault } from './http-fault.ts';
export { type ConnectionOptions, openConnection, reachProxy } from './open-connection.ts';
export { type PatienceOptions, PatientClient } from './patient-client.ts';
export { parseProxy, type Proxy } from './proxy.ts';
export { limitBody, readBody } from './read-body.ts';
