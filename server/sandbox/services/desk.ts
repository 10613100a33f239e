/** Which service answers a request. */
import { operations } from '../operations';
import type { Call } from '../operations/operation';
import { isRegion } from '../state/arn';
import { regionOf, settle, type World } from '../state/world';
import type { Answer } from '../wire/answer';
import { ApiError } from '../wire/error';
import { notImitated } from '../wire/gaps';
import { errorAnswer, jsonAnswer, type Incoming } from '../wire/http';
import type { Throttle } from '../wire/throttle';
import { jsonServices } from './json-services';
import { callerIdentity, queryError } from './sts';

/** The services of one world at one address. */
export function servicesOf(world: World, throttle: Throttle): (request: Incoming) => Promise<Answer> {
  return async (request) => {
    if (!isRegion(request.region)) throw notImitated('unlisted-region');
    settle(world);
    switch (request.service) {
      case 'dynamodb':
        return jsonAnswer(await answerDynamo(world, throttle, request));
      case 'sts':
        return answerSts(world, request);
      default:
        return answerNeighbour(world, request);
    }
  };
}

async function answerDynamo(world: World, throttle: Throttle, request: Incoming): Promise<object> {
  const operation = operations.get(request.operation);
  if (operation === undefined) throw new ApiError('UnknownOperationException', '');
  throttle.admit(request.operation, request.region, request.connection);
  return operation(request.body, callFor(world, request.region, throttle));
}

async function answerNeighbour(world: World, request: Incoming): Promise<Answer> {
  const service = jsonServices.get(request.service);
  const operation = service?.operations.get(request.operation);
  if (service === undefined || operation === undefined) throw new ApiError('UnknownOperationException', '');
  return jsonAnswer(await operation(request.body, callFor(world, request.region)), service.contentType);
}

/** The surroundings of one call, as an operation sees them. */
export function callFor(world: World, regionName: string, throttle?: Throttle): Call {
  return {
    world,
    region: regionOf(world, regionName),
    now: world.clock.now(),
    spend: (share = 1) => throttle?.spend(regionName, share),
  };
}

function answerSts(world: World, { operation, accessKey, requestId }: Incoming): Answer {
  const body = callerIdentity(operation, world.account, accessKey, requestId);
  return { status: 200, contentType: 'text/xml', body };
}

/** STS wants its errors in XML, all others in JSON. */
export function refuse({ service, requestId }: Incoming, error: ApiError): Answer {
  if (service !== 'sts') return errorAnswer(error);
  const { status, code } = error;
  return { status, code, contentType: 'text/xml', body: queryError(error, requestId) };
}
