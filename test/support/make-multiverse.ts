import type { TrackMultiverse } from '../../src/model/multiverse-finding.ts'

export function makeMultiverse(overrides: Partial<TrackMultiverse> = {}): TrackMultiverse {
  return {
    gap: {
      definitions: 972,
      computed: 0,
      agree: 0,
      share: { lacking: 'no-definition' },
      notComputed: [{ reason: 'fewer-than-10-deals', n: 972 }],
      choices: [],
      dependsOn: [],
      sign: 'none',
    },
    secondary: {
      definitions: 72,
      computed: 36,
      agree: 27,
      share: '0.75',
      notComputed: [{ reason: 'no-equal-weights', n: 36 }],
      choices: [
        { axis: 'series', choice: 'csindex/930713', computed: 18, agree: 18 },
        { axis: 'series', choice: 'csindex/931071', computed: 18, agree: 9 },
        { axis: 'weighting', choice: 'published', computed: 36, agree: 27 },
        { axis: 'benchmark', choice: 'csindex/000985', computed: 18, agree: 14 },
        { axis: 'benchmark', choice: 'csindex/000300', computed: 18, agree: 13 },
      ],
      dependsOn: ['series'],
    },
    primary: { lacking: 'neither-yes-nor-no' },
    both: { lacking: 'neither-yes-nor-no' },
    ...overrides,
  }
}
