import { NodeHttpHandler, type NodeHttpHandlerOptions } from '@smithy/node-http-handler';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

type Sent = Parameters<NodeHttpHandler['handle']>;

/**
 * Goes by the proxy that `HTTPS_PROXY` names for a host, and straight where `NO_PROXY` names the host or no proxy is named: as the AWS CLI does,
 * and as the SDK by itself does not. The proxy sees a tunnel, never a request. Plain http is for this machine alone and takes no way round.
 */
export class ProxiedHandler extends NodeHttpHandler {
  readonly #options: NodeHttpHandlerOptions;
  readonly #byProxy = new Map<string, NodeHttpHandler>();

  constructor(options: NodeHttpHandlerOptions) {
    super(options);
    this.#options = options;
  }

  override handle(...[request, options]: Sent): ReturnType<NodeHttpHandler['handle']> {
    const { protocol, hostname, port } = request;
    const proxy = protocol === 'https:' ? getProxyForUrl(`https://${hostname}${port ? `:${port}` : ''}`) : '';
    return proxy === '' ? super.handle(request, options) : this.#by(proxy).handle(request, options);
  }

  override destroy(): void {
    super.destroy();
    for (const handler of this.#byProxy.values()) handler.destroy();
  }

  #by(proxy: string): NodeHttpHandler {
    const known = this.#byProxy.get(proxy);
    if (known !== undefined) return known;
    const httpsAgent = new HttpsProxyAgent(proxy, { keepAlive: true, maxSockets: 50 });
    const handler = new NodeHttpHandler({ ...this.#options, httpsAgent });
    this.#byProxy.set(proxy, handler);
    return handler;
  }
}
