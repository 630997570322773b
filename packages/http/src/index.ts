export { explainNetworkFault } from './explain-network-fault.ts';
export { type Answer, type ClientOptions, HttpClient, USER_AGENT } from './http-client.ts';
export { type ConnectionOptions, openConnection, reachProxy } from './open-connection.ts';
export { parseProxy, type Proxy } from './proxy.ts';
export { readBody } from './read-body.ts';
