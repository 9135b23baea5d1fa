import { CalibrationChart } from '@/app/_ui/calibration-chart';
import { ChartFigure } from '@/app/_ui/chart-figure';
import { percent, percentRange } from '@/app/_ui/percent';
import type { Scoreboard, ScoreFigures } from '@/lib/domain/scoreboard-schema';

/** Whether what was called 70 % came true 70 times of 100. */
export function CalibrationFigure({ board: { total, scale } }: { board: Scoreboard }) {
  const { calibration, brier } = total;
  if (!brier)
    return (
      <ChartFigure finding="Nothing was said with a number yet" table={null}>
        <p className="soft">
          A flat “will” has no number. When a prediction with words such as “probably” or “60 per cent” has
          come true or not, this chart shows whether it was said as surely as it should have been.
        </p>
      </ChartFigure>
    );
  const finding = findingOf(calibration);
  return (
    <ChartFigure
      finding={finding}
      note={`${brier.n} settled with a number, by ${scale.name}, at the middle of its intervals, in steps of 10 %.`}
      table={<CalibrationTable calibration={calibration} />}
    >
      <CalibrationChart
        label={`${finding}. How often what was said came true, against how likely it was said to be.`}
        points={calibration.map(({ meanForecast, observed }) => ({ said: meanForecast, observed }))}
      />
    </ChartFigure>
  );
}

function findingOf(calibration: ScoreFigures['calibration']): string {
  const n = calibration.reduce((sum, { observed }) => sum + observed.n, 0);
  const said =
    calibration.reduce((sum, { meanForecast, observed }) => sum + meanForecast * observed.n, 0) / n;
  const came = calibration.reduce((sum, { observed }) => sum + observed.count, 0) / n;
  return `Said to be ${percent(said)} likely on average, ${percent(came)} came true`;
}

function CalibrationTable({ calibration }: Pick<ScoreFigures, 'calibration'>) {
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">Said to be</th>
          <th scope="col" className="number">
            n
          </th>
          <th scope="col" className="number">
            On average
          </th>
          <th scope="col" className="number">
            Came true
          </th>
          <th scope="col" className="number">
            95&nbsp;% interval
          </th>
        </tr>
      </thead>
      <tbody>
        {calibration.map(({ from, to, meanForecast, observed }) => (
          <tr key={from}>
            <th scope="row">{percentRange({ low: from, high: to })}</th>
            <td className="number">{observed.n}</td>
            <td className="number">{percent(meanForecast)}</td>
            <td className="number">{percent(observed.rate)}</td>
            <td className="number">{percentRange(observed.interval)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
