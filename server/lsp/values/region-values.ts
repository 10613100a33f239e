import { knownRegions, partitionOf } from '../../core/spec/arn';
import { sourceArn } from '../../core/spec/request';
import { REGION_NAMES, regionName } from '../../region-names';
import { all, type LiveValues, type Scene } from './scene';

/** The source's own Region, those the user works in, then all others; once the source is written, of its partition alone. */
export function regionValues({ spec, path, regions }: Scene): LiveValues {
  const source = sourceArn(spec);
  const own = source !== undefined && path.length === 1 ? [source.region] : [];
  const names = new Set([...own, ...regions, ...Object.keys(REGION_NAMES), ...knownRegions]);
  return all(
    [...names]
      .filter((region) => source === undefined || partitionOf(region) === source.partition)
      .map((region) => {
        const name = regionName(region) ?? '';
        const why = own.includes(region) ? 'source' : regions.includes(region) ? 'in use' : undefined;
        return {
          label: region,
          value: region,
          search: `${region} ${name}`,
          ...(name === '' ? {} : { right: name }),
          ...(why === undefined ? {} : { beside: why }),
        };
      }),
  );
}
